package dev.carillon.api.webhooks;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Callback;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.events.WebhookInbox;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/// Somebody phones the business: the call gets its row, its workflow is begun by the drainer, and
/// the business's agent answers.
@RestController
final class InboundCallWebhook {
  private final CallRows routes;
  private final InboundCallRows calls;
  private final Callers callers;
  private final VoiceAnswers voice;
  private final Events events;
  private final WebhookInbox inbox;
  private final TenantTransactions transactions;
  private final Ids ids;
  private final InstantSource clock;

  InboundCallWebhook(
      CallRows routes,
      InboundCallRows calls,
      Callers callers,
      VoiceAnswers voice,
      Events events,
      WebhookInbox inbox,
      TenantTransactions transactions,
      Ids ids,
      InstantSource clock) {
    this.routes = routes;
    this.calls = calls;
    this.callers = callers;
    this.voice = voice;
    this.events = events;
    this.inbox = inbox;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  @PostMapping("/webhooks/twilio/voice/incoming")
  ResponseEntity<String> incoming(@RequestAttribute(SignedForm.ATTRIBUTE) SignedForm form) {
    if (!form.has("AccountSid", "CallSid", "From")) {
      return ResponseEntity.badRequest().build();
    }
    var route = transactions.outside(() -> routes.routeOfAccount(form.get("AccountSid")));
    if (route.isEmpty()) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    var callId = transactions.in(route.get().tenantId(), () -> take(route.get(), form));
    return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(voice.incoming(callId));
  }

  /// A repeated webhook finds the call that the first one made.
  private UUID take(CallRows.Route route, SignedForm form) {
    var sid = form.get("CallSid");
    return calls.find(sid).orElseGet(() -> begin(route, form, sid));
  }

  private UUID begin(CallRows.Route route, SignedForm form, String sid) {
    var at = clock.instant();
    var tenant = route.tenantId();
    var from = form.get("From");
    var contact = callers.of(tenant, from).orElse(null);
    var call = new InboundCall(ids.next(), tenant, route.accountId(), contact, from, sid, at);
    if (!calls.add(call)) {
      // Two at once: the other one has just written it.
      return calls.find(sid).orElseThrow();
    }
    inbox.receive(
        new Callback(
            tenant,
            CallbackDesk.TWILIO,
            Callback.Kind.INCOMING,
            sid + "|incoming",
            call.id(),
            form.parameters(),
            at));
    events.append(
        Event.ofCall(
            tenant,
            at,
            EventTypes.CALL_ANSWERED,
            call.id(),
            null,
            contact,
            Map.of("direction", "INBOUND")));
    return call.id();
  }
}
