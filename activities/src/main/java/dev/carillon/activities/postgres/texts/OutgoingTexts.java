package dev.carillon.activities.postgres.texts;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.compliance.DialFacts.Guard;
import dev.carillon.conversation.Messaging;
import dev.carillon.conversation.TextCarrier;
import dev.carillon.conversation.TextCarrier.Answer;
import dev.carillon.phone.PhoneNumber;
import dev.carillon.policy.ProviderFailure;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The fence of texts: the row is written as SUBMITTING in a transaction of its own, then one
/// request is sent. A row that a dead process left there is never sent again.
final class OutgoingTexts implements Messaging {
  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final TextCarrier carrier;
  private final Events events;
  private final Guard guard;
  private final Ids ids;
  private final InstantSource clock;

  OutgoingTexts(
      JdbcClient jdbc,
      TenantTransactions transactions,
      TextCarrier carrier,
      Events events,
      Guard guard,
      Ids ids,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.carrier = carrier;
    this.events = events;
    this.guard = guard;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Delivery send(OutgoingText text) {
    if (!allowedByGuard(text.to())) {
      return Delivery.DENIED;
    }
    var entry = transactions.in(text.tenantId(), () -> enter(text));
    if (entry.from().isEmpty()) {
      return entry.delivery();
    }
    var answer = carrier.send(entry.id(), entry.from().get(), text.to(), text.body());
    var delivery = transactions.in(text.tenantId(), () -> settle(text, entry.id(), answer));
    if (answer instanceof Answer.NotSent) {
      throw new ProviderFailure(ProviderFailure.Kind.UNAVAILABLE, "carrier", "text not sent");
    }
    return delivery;
  }

  /// Whether to send, and as what.
  private record Entry(UUID id, Delivery delivery, Optional<PhoneNumber> from) {}

  private boolean allowedByGuard(PhoneNumber to) {
    if (guard.allowed().present()) {
      return guard.allowed().contains(to);
    }
    return guard.carrierOnLoopback() || guard.live();
  }

  private Entry enter(OutgoingText text) {
    var id = ids.next();
    if (text.kind() == Kind.PERSON && suppressed(text)) {
      return new Entry(id, Delivery.DENIED, Optional.empty());
    }
    var from = ownNumber(text.tenantId());
    if (from.isEmpty()) {
      return new Entry(id, Delivery.DENIED, Optional.empty());
    }
    var won =
        jdbc.sql(
                """
                insert into message (id, tenant_id, contact_id, campaign_id, call_id, direction, phone_number, body,
                  state, kind, dedupe_key, at)
                values (:id, :tenant, :contact, :campaign, :call, 'OUT', :number, :body, 'SUBMITTING', :kind, :key, :at)
                on conflict (tenant_id, dedupe_key) do update set state = 'SUBMITTING', at = excluded.at
                  where message.state = 'PENDING'
                returning id
                """)
            .param("id", id)
            .param("tenant", text.tenantId())
            .param("contact", text.contactId())
            .param("campaign", text.campaignId())
            .param("call", text.callId())
            .param("number", text.to().e164())
            .param("body", text.body())
            .param("kind", text.kind().name())
            .param("key", text.dedupeKey())
            .param("at", Moments.param(clock.instant()))
            .query((row, _) -> row.getObject("id", UUID.class))
            .optional();
    return won.map(row -> new Entry(row, Delivery.SENT, from))
        .orElseGet(() -> new Entry(id, Delivery.REPEATED, Optional.empty()));
  }

  private boolean suppressed(OutgoingText text) {
    return jdbc.sql(
            """
            select exists (select 1 from suppression
              where phone_number = :number and scope in ('ALL', 'SMS')) as stopped
            """)
        .param("number", text.to().e164())
        .query((row, _) -> row.getBoolean("stopped"))
        .single();
  }

  private Optional<PhoneNumber> ownNumber(UUID tenantId) {
    return jdbc.sql(
            "select phone_number from business where tenant_id = :tenant and phone_number is not"
                + " null")
        .param("tenant", tenantId)
        .query((row, _) -> new PhoneNumber(row.getString("phone_number")))
        .optional();
  }

  private Delivery settle(OutgoingText text, UUID id, Answer answer) {
    return switch (answer) {
      case Answer.Taken taken -> {
        update(id, "SENT", taken.providerMessageId(), null);
        events.append(
            new Event(
                text.tenantId(),
                clock.instant(),
                "sms_sent",
                text.campaignId(),
                text.callId(),
                text.contactId(),
                Map.of("kind", text.kind().name())));
        yield Delivery.SENT;
      }
      case Answer.Rejected rejected -> {
        update(id, "FAILED", null, rejected.code());
        yield Delivery.REJECTED;
      }
      case Answer.Unclear _ -> {
        update(id, "UNKNOWN", null, null);
        yield Delivery.UNKNOWN;
      }
      case Answer.NotSent _ -> {
        update(id, "PENDING", null, null);
        yield Delivery.UNKNOWN;
      }
    };
  }

  private void update(UUID id, String state, @Nullable String providerId, @Nullable String code) {
    jdbc.sql(
            """
            update message set state = :state, provider_message_id = coalesce(:provider, provider_message_id), error_code = :code
            where id = :id
            """)
        .param("id", id)
        .param("state", state)
        .param("provider", providerId)
        .param("code", code)
        .update();
  }
}
