package dev.carillon.activities.postgres.outcomes;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.call.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes outcomes in the transaction that is under way.
public final class Outcomes {
  private final JdbcClient jdbc;
  private final Events events;

  public Outcomes(JdbcClient jdbc, Events events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /// What is to be written.
  public record Ending(
      UUID tenantId,
      UUID campaignId,
      UUID contactId,
      Outcome outcome,
      String reason,
      @Nullable UUID callId) {}

  /// Ends a journey, unless it has its outcome already.
  ///
  /// @return the outcome that stands
  public Outcome end(Ending ending, Instant now) {
    if (!inserted(ending, now)) {
      return standing(ending.campaignId(), ending.contactId());
    }
    jdbc.sql(
            """
            update journey set state = 'DONE', next_attempt_at = null
            where campaign_id = :campaign and contact_id = :contact
            """)
        .param("campaign", ending.campaignId())
        .param("contact", ending.contactId())
        .update();
    events.append(
        new Event(
            ending.tenantId(),
            now,
            EventTypes.JOURNEY_DONE,
            ending.campaignId(),
            ending.callId(),
            ending.contactId(),
            Map.of("outcome", ending.outcome().name(), "reason", ending.reason())));
    return ending.outcome();
  }

  /// Whether the campaign has a journey without an outcome.
  public boolean anyOpen(UUID campaignId) {
    return jdbc.sql(
            """
            select exists (select 1 from journey
              where campaign_id = :campaign and state in ('WAITING', 'ACTIVE'))
            """)
        .param("campaign", campaignId)
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  private boolean inserted(Ending ending, Instant now) {
    return jdbc.sql(
                """
                insert into outcome
                  (tenant_id, campaign_id, contact_id, outcome, reason, call_id, decided_at)
                values (:tenant, :campaign, :contact, :outcome, :reason, :call, :now)
                on conflict (campaign_id, contact_id) do nothing
                """)
            .param("tenant", ending.tenantId())
            .param("campaign", ending.campaignId())
            .param("contact", ending.contactId())
            .param("outcome", ending.outcome().name())
            .param("reason", ending.reason())
            .param("call", ending.callId())
            .param("now", Moments.param(now))
            .update()
        == 1;
  }

  private Outcome standing(UUID campaignId, UUID contactId) {
    return jdbc.sql(
            "select outcome from outcome where campaign_id = :campaign and contact_id = :contact")
        .param("campaign", campaignId)
        .param("contact", contactId)
        .query((row, _) -> Outcome.valueOf(row.getString("outcome")))
        .single();
  }
}
