package dev.carillon.api.webhooks;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Callback;
import dev.carillon.activities.postgres.events.WebhookInbox;
import dev.carillon.signature.LinkPurpose;
import dev.carillon.signature.LinkTokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;

/// Takes in webhooks about one call: finds whose it is, checks that it is about that very call, and
/// puts it into the inbox.
final class CallbackDesk {
  static final String TWILIO = "twilio";

  // A captured webhook stays valid for ever: a call long over is not touched by one.
  private static final Duration ACTED_ON_FOR = Duration.ofHours(24);

  private final CallRows calls;
  private final WebhookInbox inbox;
  private final TenantTransactions transactions;
  private final LinkTokens tokens;
  private final InstantSource clock;

  CallbackDesk(
      CallRows calls,
      WebhookInbox inbox,
      TenantTransactions transactions,
      LinkTokens tokens,
      InstantSource clock) {
    this.calls = calls;
    this.inbox = inbox;
    this.transactions = transactions;
    this.tokens = tokens;
    this.clock = clock;
  }

  /// Stores a webhook, and in the same transaction finds the answer to it.
  ///
  /// @param address the call's id and the token, from the webhook's path
  Taken take(
      Address address,
      LinkPurpose purpose,
      Callback.Kind kind,
      String dedupeKey,
      SignedForm form,
      Function<CallRow, String> answer) {
    var callId = address.callId();
    if (callId.isEmpty() || !tokens.opens(callId.get(), purpose, address.token())) {
      return unknown(dedupeKey, form);
    }
    var route = transactions.outside(() -> calls.routeOf(callId.get()));
    if (route.isEmpty()) {
      return unknown(dedupeKey, form);
    }
    if (!route.get().accountSid().equals(form.get("AccountSid"))) {
      return new Taken.Refused(HttpStatus.FORBIDDEN);
    }
    var tenant = route.get().tenantId();
    return transactions.in(
        tenant,
        () ->
            calls
                .find(callId.get())
                .map(call -> store(call, tenant, kind, dedupeKey, form, answer))
                .orElseGet(() -> unknown(dedupeKey, form)));
  }

  private Taken store(
      CallRow call,
      UUID tenant,
      Callback.Kind kind,
      String dedupeKey,
      SignedForm form,
      Function<CallRow, String> answer) {
    if (call.providerCallId() != null && !call.providerCallId().equals(form.get("CallSid"))) {
      return new Taken.Refused(HttpStatus.FORBIDDEN);
    }
    var now = clock.instant();
    var callback = new Callback(tenant, TWILIO, kind, dedupeKey, call.id(), form.parameters(), now);
    if (call.endedAt() != null && call.endedAt().plus(ACTED_ON_FOR).isBefore(now)) {
      inbox.file(callback);
    } else {
      inbox.receive(callback);
    }
    return new Taken.Stored(answer.apply(call));
  }

  /// Signed, so the carrier speaks of a call that these books do not hold: somebody will want to
  /// know.
  private Taken unknown(String dedupeKey, SignedForm form) {
    var route = transactions.outside(() -> calls.routeOfAccount(form.get("AccountSid")));
    route.ifPresent(whose ->
        transactions.run(
            whose.tenantId(),
            () ->
                inbox.file(
                    new Callback(
                        whose.tenantId(),
                        TWILIO,
                        Callback.Kind.UNKNOWN_CALL,
                        "unknown|" + dedupeKey,
                        null,
                        form.parameters(),
                        clock.instant()))));
    return new Taken.Refused(HttpStatus.NOT_FOUND);
  }

  /// What the path of a webhook names.
  record Address(Optional<UUID> callId, String token) {
    static Address of(String callId, String token) {
      return new Address(PathIds.parse(callId), token);
    }
  }

  /// What became of a webhook.
  sealed interface Taken {
    record Stored(String answer) implements Taken {}

    record Refused(HttpStatus status) implements Taken {}
  }
}
