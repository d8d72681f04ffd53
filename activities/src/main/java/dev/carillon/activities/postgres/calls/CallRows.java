package dev.carillon.activities.postgres.calls;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.costs.Costs;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.call.CallBook;
import dev.carillon.call.CallState;
import dev.carillon.call.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes to calls' rows, and the events that go with it, in the transaction that is under way.
final class CallRows {
  private final JdbcClient jdbc;
  private final Events events;
  private final Jsonb json;
  private final Costs costs;

  CallRows(JdbcClient jdbc, Events events, Jsonb json, Costs costs) {
    this.jdbc = jdbc;
    this.events = events;
    this.json = json;
    this.costs = costs;
  }

  Optional<CallRow> lock(UUID callId) {
    return jdbc.sql("select * from call where id = :call for update")
        .param("call", callId)
        .query((row, _) -> CallRow.of(row))
        .optional();
  }

  /// The carrier's id, if none is known yet.
  void adopt(UUID callId, String providerCallId) {
    jdbc.sql(
            """
            update call set provider_call_id = :sid where id = :call and provider_call_id is null
            """)
        .param("sid", providerCallId)
        .param("call", callId)
        .update();
  }

  void heardOf(UUID callId, Instant now) {
    jdbc.sql("update call set news_at = :now where id = :call")
        .param("now", Moments.param(now))
        .param("call", callId)
        .update();
  }

  void answeredBy(UUID callId, String verdict) {
    jdbc.sql("update call set answered_by = coalesce(answered_by, :verdict) where id = :call")
        .param("verdict", verdict)
        .param("call", callId)
        .update();
  }

  /// Moves a live call on, with the moment at which it got there.
  void progress(CallRow call, CallState to, Instant at) {
    var column =
        switch (to) {
          case QUEUED -> "placed_at";
          case RINGING -> "ringing_at";
          case IN_PROGRESS -> "answered_at";
          case SCHEDULED, RESERVED, SUBMITTING, UNKNOWN, ENDED ->
              throw new IllegalArgumentException("no progress of the line: " + to);
        };
    jdbc.sql(
            """
            update call set state = :state, %s = coalesce(%s, :at), news_at = :at where id = :call
            """
                .formatted(column, column))
        .param("state", to.name())
        .param("at", Moments.param(at))
        .param("call", call.id())
        .update();
    if (to == CallState.RINGING) {
      append(call, EventTypes.CALL_RINGING, at, Map.of());
    } else if (to == CallState.IN_PROGRESS) {
      append(call, EventTypes.CALL_ANSWERED, at, Map.of());
    }
  }

  /// The line is silent: what it did stays.
  void over(CallRow call, Disposition disposition, @Nullable Integer seconds, Instant at) {
    var answered = call.answeredAt();
    if (disposition == Disposition.ANSWERED && answered == null) {
      answered = at.minus(Duration.ofSeconds(seconds == null ? 0 : seconds));
    }
    jdbc.sql(
            """
            update call set state = 'ENDED', disposition = coalesce(disposition, :disposition),
              answered_at = :answered, ended_at = coalesce(ended_at, :at), news_at = :at,
              duration_seconds = coalesce(duration_seconds, :seconds)
            where id = :call
            """)
        .param("disposition", disposition.name())
        .param("answered", Moments.paramOrNull(answered))
        .param("at", Moments.param(at))
        .param("seconds", seconds)
        .param("call", call.id())
        .update();
    append(call, EventTypes.CALL_ENDED, at, Map.of("disposition", disposition.name()));
  }

  void duration(UUID callId, int seconds) {
    jdbc.sql(
            """
            update call set duration_seconds = coalesce(duration_seconds, :seconds)
            where id = :call
            """)
        .param("seconds", seconds)
        .param("call", callId)
        .update();
    costs.close(callId);
  }

  /// The workflow's last word.
  void close(CallRow call, CallBook.CallEnd end, Disposition disposition, Instant now) {
    jdbc.sql(
            """
            update call set state = 'ENDED', disposition = :disposition, outcome = :outcome,
              outcome_reason = coalesce(:reason, outcome_reason),
              summary = cast(:summary as jsonb), ended_at = coalesce(ended_at, :now),
              closed_at = :now, news_at = :now
            where id = :call
            """)
        .param("disposition", disposition.name())
        .param("outcome", end.outcome() == null ? null : end.outcome().name())
        .param("reason", end.outcomeReason())
        .param("summary", json.writeOrNull(end.summary()))
        .param("now", Moments.param(now))
        .param("call", call.id())
        .update();
    costs.close(call.id());
    if (call.state() != CallState.ENDED) {
      append(call, EventTypes.CALL_ENDED, now, Map.of("disposition", disposition.name()));
    }
    var detail = new HashMap<String, Object>();
    detail.put("disposition", disposition.name());
    if (end.outcome() != null) {
      detail.put("outcome", end.outcome().name());
    }
    append(call, EventTypes.POST_CALL_SUMMARY, now, detail);
  }

  /// Notes what does not fit together, for somebody to look at.
  void audit(CallRow call, String action, Map<String, Object> detail, Instant now) {
    jdbc.sql(
            """
            insert into audit (tenant_id, at, actor, action, subject, detail)
            values (:tenant, :at, 'carrier', :action, :subject, cast(:detail as jsonb))
            """)
        .param("tenant", call.tenantId())
        .param("at", Moments.param(now))
        .param("action", action)
        .param("subject", "call/" + call.id())
        .param("detail", json.write(detail))
        .update();
  }

  private void append(CallRow call, String type, Instant at, Map<String, Object> detail) {
    events.append(
        Event.ofCall(
            call.tenantId(), at, type, call.id(), call.campaignId(), call.contactId(), detail));
  }
}
