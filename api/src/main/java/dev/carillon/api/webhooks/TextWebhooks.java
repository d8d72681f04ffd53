package dev.carillon.api.webhooks;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Callback;
import dev.carillon.activities.postgres.events.WebhookInbox;
import dev.carillon.signature.LinkPurpose;
import dev.carillon.signature.LinkTokens;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/// The carrier's webhooks about texts.
@RestController
final class TextWebhooks {
  private final CallRows routes;
  private final TextRows rows;
  private final TextDesk desk;
  private final WebhookInbox inbox;
  private final TenantTransactions transactions;
  private final LinkTokens tokens;
  private final InstantSource clock;

  TextWebhooks(
      CallRows routes,
      TextRows rows,
      TextDesk desk,
      WebhookInbox inbox,
      TenantTransactions transactions,
      LinkTokens tokens,
      InstantSource clock) {
    this.routes = routes;
    this.rows = rows;
    this.desk = desk;
    this.inbox = inbox;
    this.transactions = transactions;
    this.tokens = tokens;
    this.clock = clock;
  }

  /// Somebody texts. The carrier itself answers the words that it knows; we add nothing.
  @PostMapping("/webhooks/twilio/sms/incoming")
  ResponseEntity<String> incoming(@RequestAttribute(SignedForm.ATTRIBUTE) SignedForm form) {
    if (!form.has("AccountSid", "MessageSid", "From")) {
      return ResponseEntity.badRequest().build();
    }
    var route = transactions.outside(() -> routes.routeOfAccount(form.get("AccountSid")));
    if (route.isEmpty()) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    desk.take(route.get().tenantId(), form);
    return ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(Twiml.NOTHING);
  }

  /// How a text of ours fares.
  @PostMapping("/webhooks/twilio/sms/status/{messageId}/{token}")
  ResponseEntity<String> status(
      @PathVariable String messageId,
      @PathVariable String token,
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm form) {
    if (!form.has("AccountSid", "MessageSid", "MessageStatus")) {
      return ResponseEntity.badRequest().build();
    }
    var id = PathIds.parse(messageId).filter(m -> tokens.opens(m, LinkPurpose.SMS_STATUS, token));
    var route = transactions.outside(() -> routes.routeOfAccount(form.get("AccountSid")));
    if (id.isEmpty() || route.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    boolean known =
        transactions.in(
            route.get().tenantId(), () -> store(route.get().tenantId(), id.get(), form));
    return known ? ResponseEntity.noContent().build() : ResponseEntity.notFound().build();
  }

  private boolean store(UUID tenantId, UUID messageId, SignedForm form) {
    if (!rows.messageExists(messageId)) {
      return false;
    }
    var parameters = new java.util.HashMap<>(form.parameters());
    parameters.put("messageId", messageId.toString());
    inbox.receive(
        new Callback(
            tenantId,
            CallbackDesk.TWILIO,
            Callback.Kind.SMS_STATUS,
            messageId + "|" + form.get("MessageStatus"),
            null,
            parameters,
            clock.instant()));
    return true;
  }
}
