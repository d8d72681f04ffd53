package dev.carillon.api.calls;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.api.web.Position;
import dev.carillon.call.CallState;
import dev.carillon.call.CallSummary;
import dev.carillon.call.Direction;
import dev.carillon.call.Disposition;
import dev.carillon.call.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads calls, and single calls that wait in the dial queue. A campaign's row of the queue is no
/// call: whoever may not be called now has none.
final class CallReads {
  private static final String ALL =
      """
      select id, contact_id, campaign_id, direction, purpose, objective, phone_number, state,
        disposition, outcome, outcome_reason, provider_call_id, attempt_no, created_at, answered_at,
        ended_at, duration_seconds, summary, cost, receipt, null::timestamptz as not_before
      from call
      union all
      select call_id, contact_id, null, 'OUTBOUND', purpose, objective, phone_number, 'SCHEDULED',
        null, null, null, null, attempt_no, created_at, null, null, null, null, null, receipt,
        not_before
      from dial_queue where campaign_id is null
      """;

  private final JdbcClient jdbc;
  private final Jsonb json;

  CallReads(JdbcClient jdbc, Jsonb json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<CallView> find(UUID callId) {
    return jdbc.sql("select * from (" + ALL + ") c where id = :id")
        .param("id", callId)
        .query((row, _) -> view(row))
        .optional();
  }

  /// Newest first.
  List<CallView> list(CallFilter filter, @Nullable Position after, int rows) {
    return jdbc.sql(
            "select * from ("
                + ALL
                + """
                ) c
                where (cast(:contact as uuid) is null or contact_id = :contact)
                  and (cast(:campaign as uuid) is null or campaign_id = :campaign)
                  and (cast(:state as text) is null or state = :state)
                  and (cast(:purpose as text) is null or purpose = :purpose)
                  and (cast(:since as timestamptz) is null or created_at >= :since)
                  and (cast(:at as timestamptz) is null or (created_at, id) < (:at, :id))
                order by created_at desc, id desc limit :rows
                """)
        .param("contact", filter.contactId())
        .param("campaign", filter.campaignId())
        .param("state", filter.state() == null ? null : filter.state().name())
        .param("purpose", filter.purpose() == null ? null : filter.purpose().wireName())
        .param("since", Moments.paramOrNull(filter.since()))
        .param("at", after == null ? null : Moments.param(after.at()))
        .param("id", after == null ? null : after.id())
        .param("rows", rows)
        .query((row, _) -> view(row))
        .list();
  }

  /// The reasons of the call's last decision as JSON; empty when none has been made.
  Optional<String> receipt(UUID callId) {
    return jdbc.sql("select receipt from (" + ALL + ") c where id = :id and receipt is not null")
        .param("id", callId)
        .query((row, _) -> row.getString("receipt"))
        .optional();
  }

  /// When the call's newest recording began; empty when there is none.
  Optional<Instant> recordedSince(UUID callId) {
    return jdbc.sql(
            """
            select coalesce(r.started_at, c.answered_at) as began
            from recording r join call c on c.id = r.call_id
            where r.call_id = :call and r.state = 'completed'
              and coalesce(r.started_at, c.answered_at) is not null
            order by r.created_at desc, r.id desc limit 1
            """)
        .param("call", callId)
        .query((row, _) -> Moments.read(row, "began"))
        .optional();
  }

  private CallView view(ResultSet row) throws SQLException {
    @Nullable CallSummary summary = json.readOrNull(row.getString("summary"), CallSummary.class);
    var disposition = row.getString("disposition");
    var outcome = row.getString("outcome");
    return new CallView(
        row.getObject("id", UUID.class),
        row.getObject("contact_id", UUID.class),
        row.getObject("campaign_id", UUID.class),
        Direction.valueOf(row.getString("direction")),
        row.getString("purpose"),
        row.getString("objective"),
        row.getString("phone_number"),
        CallState.valueOf(row.getString("state")),
        disposition == null ? null : Disposition.valueOf(disposition),
        outcome == null ? null : Outcome.valueOf(outcome),
        row.getString("outcome_reason"),
        row.getString("provider_call_id"),
        row.getInt("attempt_no"),
        Moments.read(row, "created_at"),
        Moments.readOrNull(row, "answered_at"),
        Moments.readOrNull(row, "ended_at"),
        row.getObject("duration_seconds", Integer.class),
        summary == null ? null : summary.text(),
        summary == null ? null : summary.interest(),
        summary == null ? null : summary.nextAction(),
        Money.dollars(row.getBigDecimal("cost")),
        Moments.readOrNull(row, "not_before"));
  }
}
