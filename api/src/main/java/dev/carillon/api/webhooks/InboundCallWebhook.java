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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/// Somebody phones the business. Nobody talks to them yet: the call is noted, so that they can be
/// called back, and answered with a kind word.
@RestController
final class InboundCallWebhook {
  private final CallRows routes;
  private final TextRows rows;
  private final Events events;
  private final WebhookInbox inbox;
  private final TenantTransactions transactions;
  private final Ids ids;
  private final InstantSource clock;

  InboundCallWebhook(
      CallRows routes,
      TextRows rows,
      Events events,
      WebhookInbox inbox,
      TenantTransactions transactions,
      Ids ids,
      InstantSource clock) {
    this.routes = routes;
    this.rows = rows;
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
    var business = transactions.in(route.get().tenantId(), () -> record(route.get(), form));
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_XML)
        .body(Twiml.sayAndHangUp(greeting(business)));
  }

  private static String greeting(String business) {
    return "Thank you for calling "
        + business
        + ". We cannot take your call right now, but we have your number and will get back to you."
        + " Goodbye.";
  }

  private String record(CallRows.Route route, SignedForm form) {
    var at = clock.instant();
    var tenant = route.tenantId();
    var contact = rows.contactWith(form.get("From")).orElse(null);
    var call =
        new InboundCall(
            ids.next(),
            tenant,
            route.accountId(),
            contact,
            form.get("From"),
            form.get("CallSid"),
            at);
    inbox.file(
        new Callback(
            tenant,
            CallbackDesk.TWILIO,
            Callback.Kind.VOICE,
            call.callSid() + "|incoming",
            null,
            form.parameters(),
            at));
    if (rows.recordInboundCall(call)) {
      events.append(
          Event.ofCall(
              tenant,
              at,
              EventTypes.CALL_ENDED,
              call.id(),
              null,
              contact,
              Map.of("direction", "INBOUND", "disposition", "ANSWERED")));
    }
    return rows.businessName();
  }
}
