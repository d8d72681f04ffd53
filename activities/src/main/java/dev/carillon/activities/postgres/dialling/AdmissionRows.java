package dev.carillon.activities.postgres.dialling;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.outcomes.Outcomes;
import dev.carillon.call.Outcome;
import dev.carillon.compliance.DenialCode;
import dev.carillon.compliance.Receipt;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an admission writes.
final class AdmissionRows {
  private final JdbcClient jdbc;
  private final Jsonb json;
  private final Outcomes outcomes;
  private final Events events;

  AdmissionRows(JdbcClient jdbc, Jsonb json, Outcomes outcomes, Events events) {
    this.jdbc = jdbc;
    this.json = json;
    this.outcomes = outcomes;
    this.events = events;
  }

  /// Whether the campaign runs, and runs until the transaction ends.
  boolean running(UUID campaignId) {
    return jdbc.sql("select state from campaign where id = :campaign for share")
        .param("campaign", campaignId)
        .query((row, _) -> row.getString("state"))
        .single()
        .equals("RUNNING");
  }

  /// The row becomes a call that holds a permit.
  void reserve(DialQueue.Entry entry, String receipt, Instant now) {
    insertCall(entry, receipt, now, "RESERVED", null, null);
    if (entry.campaignId() != null) {
      jdbc.sql(
              """
              update journey set state = 'ACTIVE', next_attempt_at = null,
                receipt = cast(:receipt as jsonb)
              where campaign_id = :campaign and contact_id = :contact and state <> 'DONE'
              """)
          .param("receipt", receipt)
          .param("campaign", entry.campaignId())
          .param("contact", entry.contactId())
          .update();
    }
  }

  void defer(DialQueue.Entry entry, Instant notBefore, String receipt, Instant now) {
    jdbc.sql(
            """
            update dial_queue set not_before = :notBefore, receipt = cast(:receipt as jsonb)
            where call_id = :call
            """)
        .param("notBefore", Moments.param(notBefore))
        .param("receipt", receipt)
        .param("call", entry.callId())
        .update();
    if (entry.campaignId() == null) {
      return;
    }
    jdbc.sql(
            """
            update journey set next_attempt_at = :notBefore, receipt = cast(:receipt as jsonb)
            where campaign_id = :campaign and contact_id = :contact and state = 'WAITING'
            """)
        .param("notBefore", Moments.param(notBefore))
        .param("receipt", receipt)
        .param("campaign", entry.campaignId())
        .param("contact", entry.contactId())
        .update();
    events.append(
        new Event(
            entry.tenantId(),
            now,
            EventTypes.JOURNEY_DEFERRED,
            entry.campaignId(),
            entry.callId(),
            entry.contactId(),
            Map.of("notBefore", notBefore.toString())));
  }

  /// The person may not be called ever: a journey gets its outcome, a single call ends.
  void end(DialQueue.Entry entry, Receipt receipt, Outcome outcome, Instant now) {
    var reason = Deciding.reasonOf(receipt);
    if (entry.campaignId() == null) {
      insertCall(entry, json.write(receipt), now, "ENDED", outcome, reason);
      return;
    }
    delete(entry.callId());
    jdbc.sql(
            """
            update journey set receipt = cast(:receipt as jsonb)
            where campaign_id = :campaign and contact_id = :contact
            """)
        .param("receipt", json.write(receipt))
        .param("campaign", entry.campaignId())
        .param("contact", entry.contactId())
        .update();
    var what =
        Deciding.deniedFor(receipt, DenialCode.SUPPRESSED)
            ? outcome
            : soFar(entry.campaignId(), entry.contactId(), outcome);
    outcomes.end(
        new Outcomes.Ending(
            entry.tenantId(), entry.campaignId(), entry.contactId(), what, reason, null),
        now);
  }

  /// Who was tried before was not unreachable by rule.
  private Outcome soFar(UUID campaignId, UUID contactId, Outcome untried) {
    return jdbc.sql(
            """
            select coalesce(bool_or(outcome = 'MESSAGE_LEFT'), false) as left_message,
              count(*) filter (where submitted_at is not null) as attempts
            from call where campaign_id = :campaign and contact_id = :contact
            """)
        .param("campaign", campaignId)
        .param("contact", contactId)
        .query((row, _) -> {
          if (row.getBoolean("left_message")) {
            return Outcome.MESSAGE_LEFT;
          }
          return row.getInt("attempts") > 0 ? Outcome.NOT_REACHED : untried;
        })
        .single();
  }

  private void insertCall(
      DialQueue.Entry entry,
      String receipt,
      Instant now,
      String state,
      @Nullable Outcome outcome,
      @Nullable String reason) {
    var over = outcome == null ? null : Moments.param(now);
    jdbc.sql(
            """
            insert into call (id, tenant_id, account_id, contact_id, campaign_id, direction, purpose,
              objective, agent_id, phone_number, attempt_no, state, disposition, outcome,
              outcome_reason, receipt, created_at, news_at, ended_at, closed_at)
            values (:call, :tenant, :account, :contact, :campaign, 'OUTBOUND', :purpose,
              :objective, :agent, :number, :attempt, :state, :disposition, :outcome,
              :reason, cast(:receipt as jsonb), :created, :now, :over, :over)
            """)
        .param("call", entry.callId())
        .param("tenant", entry.tenantId())
        .param("account", entry.accountId())
        .param("contact", entry.contactId())
        .param("campaign", entry.campaignId())
        .param("purpose", entry.purpose().wireName())
        .param("objective", entry.objective())
        .param("agent", entry.agentId())
        .param("number", entry.number().e164())
        .param("attempt", entry.attemptNo())
        .param("state", state)
        .param("disposition", outcome == null ? null : "DENIED")
        .param("outcome", outcome == null ? null : outcome.name())
        .param("reason", reason)
        .param("receipt", receipt)
        .param("created", Moments.param(entry.campaignId() == null ? entry.createdAt() : now))
        .param("now", Moments.param(now))
        .param("over", over)
        .update();
    jdbc.sql(
            """
            insert into call_route (call_id, tenant_id, account_id)
            values (:call, :tenant, :account) on conflict do nothing
            """)
        .param("call", entry.callId())
        .param("tenant", entry.tenantId())
        .param("account", entry.accountId())
        .update();
    delete(entry.callId());
  }

  private void delete(UUID callId) {
    jdbc.sql("delete from dial_queue where call_id = :call").param("call", callId).update();
  }
}
