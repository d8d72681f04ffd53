package dev.carillon.activities.postgres.dialling;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.CallState;
import dev.carillon.call.CallStates;
import dev.carillon.call.DialFence;
import dev.carillon.call.Disposition;
import dev.carillon.campaign.CampaignState;
import dev.carillon.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The call's row as the fence moves it. Every move asks [CallStates]; one that makes no sense
/// where the call is now (a callback was faster) changes nothing.
final class FenceRows {
  private static final Duration RING_TIMEOUT = Duration.ofSeconds(28);
  // A little above the bridge's own limit, which says goodbye first.
  static final Duration TIME_LIMIT = Duration.ofSeconds(330);

  private final JdbcClient jdbc;
  private final Events events;
  private final boolean record;

  FenceRows(JdbcClient jdbc, Events events, boolean record) {
    this.jdbc = jdbc;
    this.events = events;
    this.record = record;
  }

  /// A call's row, locked.
  ///
  /// @param receipt JSON of the last decision
  record Row(
      Dial dial,
      CallState state,
      @Nullable Disposition disposition,
      @Nullable String receipt,
      @Nullable CampaignState campaignState,
      DialFence.DialOrder order) {}

  private Row lock(UUID callId) {
    return find(callId)
        .orElseThrow(() -> new IllegalStateException("not in the books: call " + callId));
  }

  /// The row, locked; empty when there is no such call (any more).
  Optional<Row> find(UUID callId) {
    return jdbc.sql(
            """
            select c.*, p.extension, b.phone_number as own_number, m.state as campaign_state
            from call c
              join contact p on p.id = c.contact_id
              join business b on b.tenant_id = c.tenant_id
              left join campaign m on m.id = c.campaign_id
            where c.id = :call
            for update of c
            """)
        .param("call", callId)
        .query((row, _) -> row(row))
        .optional();
  }

  private Row row(ResultSet row) throws SQLException {
    var number = PhoneNumber.of(row.getString("phone_number"));
    var callId = row.getObject("id", UUID.class);
    var own = row.getString("own_number");
    if (own == null) {
      throw new IllegalStateException("the business has no number to call from");
    }
    var disposition = row.getString("disposition");
    var campaignState = row.getString("campaign_state");
    return new Row(
        new Dial(
            callId,
            row.getObject("tenant_id", UUID.class),
            row.getObject("account_id", UUID.class),
            row.getObject("campaign_id", UUID.class),
            row.getObject("contact_id", UUID.class),
            number,
            CallPurpose.named(row.getString("purpose")).orElseThrow(),
            row.getInt("attempt_no")),
        CallState.valueOf(row.getString("state")),
        disposition == null ? null : Disposition.valueOf(disposition),
        row.getString("receipt"),
        campaignState == null ? null : CampaignState.valueOf(campaignState),
        new DialFence.DialOrder(
            callId,
            number,
            PhoneNumber.of(own),
            row.getString("extension"),
            RING_TIMEOUT,
            TIME_LIMIT,
            record));
  }

  void keepReceipt(UUID callId, String receipt) {
    jdbc.sql("update call set receipt = cast(:receipt as jsonb) where id = :call")
        .param("receipt", receipt)
        .param("call", callId)
        .update();
  }

  /// Gives the permit back: the call is a row of the queue again.
  void postpone(Dial dial, Instant notBefore, String receipt) {
    var priority =
        dial.purpose() == CallPurpose.CONSUMER_CALLBACK
            ? DialQueue.Priority.PROMISED
            : DialQueue.Priority.SOON;
    jdbc.sql(
            """
            with given_back as (delete from call where id = :call returning *)
            insert into dial_queue (call_id, tenant_id, account_id, contact_id, phone_number,
              purpose, objective, agent_id, attempt_no, priority, not_before, receipt, created_at)
            select id, tenant_id, account_id, contact_id, phone_number, purpose, objective, agent_id,
              attempt_no, :priority, :notBefore, cast(:receipt as jsonb), created_at from given_back
            """)
        .param("call", dial.callId())
        .param("priority", priority.rank())
        .param("notBefore", Moments.param(notBefore))
        .param("receipt", receipt)
        .update();
  }

  void submitting(Dial dial, String receipt, Instant now) {
    jdbc.sql(
            """
            update call set state = 'SUBMITTING', submitted_at = :now, news_at = :now, searches = 0,
              receipt = cast(:receipt as jsonb)
            where id = :call
            """)
        .param("now", Moments.param(now))
        .param("receipt", receipt)
        .param("call", dial.callId())
        .update();
    events.append(
        Event.ofCall(
            dial.tenantId(),
            now,
            EventTypes.CALL_INITIATED,
            dial.callId(),
            dial.campaignId(),
            dial.contactId(),
            Map.of("purpose", dial.purpose().wireName(), "attempt", dial.attemptNo())));
  }

  void placed(UUID callId, String providerCallId, Instant now) {
    var row = lock(callId);
    var state = CallStates.after(row.state(), CallStates.Event.PLACED).orElse(row.state());
    jdbc.sql(
            """
            update call set state = :state, provider_call_id = coalesce(provider_call_id, :sid),
              placed_at = coalesce(placed_at, :now), news_at = :now
            where id = :call
            """)
        .param("state", state.name())
        .param("sid", providerCallId)
        .param("now", Moments.param(now))
        .param("call", callId)
        .update();
  }

  void notSent(UUID callId, Instant now) {
    move(callId, CallStates.Event.NOT_SENT, now, ", submitted_at = null");
  }

  void unclear(UUID callId, Instant now) {
    move(callId, CallStates.Event.ANSWER_UNCLEAR, now, "");
  }

  private void move(UUID callId, CallStates.Event event, Instant now, String also) {
    var to = CallStates.after(lock(callId).state(), event);
    if (to.isEmpty()) {
      return;
    }
    jdbc.sql("update call set state = :state, news_at = :now%s where id = :call".formatted(also))
        .param("state", to.get().name())
        .param("now", Moments.param(now))
        .param("call", callId)
        .update();
  }

  /// Only while its one request is under way: a call that rings was not refused.
  void rejected(UUID callId, String code, Instant now) {
    if (lock(callId).state() == CallState.SUBMITTING) {
      end(callId, Disposition.REJECTED, "CARRIER_" + code, now);
    }
  }

  void end(UUID callId, Disposition disposition, String reason, Instant now) {
    var ended =
        jdbc.sql(
                """
                update call set state = 'ENDED', disposition = :disposition, ended_at = :now,
                  news_at = :now, outcome_reason = :reason
                where id = :call and state <> 'ENDED'
                returning tenant_id, campaign_id, contact_id
                """)
            .param("disposition", disposition.name())
            .param("now", Moments.param(now))
            .param("reason", reason)
            .param("call", callId)
            .query((row, _) ->
                Event.ofCall(
                    row.getObject("tenant_id", UUID.class),
                    now,
                    EventTypes.CALL_ENDED,
                    callId,
                    row.getObject("campaign_id", UUID.class),
                    row.getObject("contact_id", UUID.class),
                    Map.of("disposition", disposition.name())))
            .optional();
    ended.ifPresent(events::append);
  }
}
