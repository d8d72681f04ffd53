package dev.carillon.api.console.calls;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.api.console.words.Chip;
import dev.carillon.api.console.words.Clock;
import dev.carillon.api.console.words.PhoneText;
import dev.carillon.api.console.words.Words;
import dev.carillon.call.CallState;
import dev.carillon.call.Disposition;
import dev.carillon.call.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lists calls, and single calls that wait in the dial queue, in the tenant's transaction that is
/// under way.
public final class CallBoard {
  static final int PAGE = 50;

  private static final String CALLS =
      """
      select c.*, p.name as person, k.name as campaign_name from (
        select id, contact_id, campaign_id, direction, purpose, phone_number, state, disposition,
          outcome, created_at, answered_at, ended_at, created_at as at
        from call
        union all
        select call_id, contact_id, campaign_id, 'OUTBOUND', purpose, phone_number, 'SCHEDULED', null,
          null, created_at, null, null, not_before
        from dial_queue where campaign_id is null
      ) c
        left join contact p on p.id = c.contact_id
        left join campaign k on k.id = c.campaign_id
      """;

  private final JdbcClient jdbc;

  CallBoard(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Newest first; one more than a page holds when there is another page.
  List<CallItem> list(@Nullable String show, int page, Clock clock) {
    var condition =
        switch (show) {
          case "live" -> "where c.state not in ('ENDED', 'SCHEDULED') ";
          case "scheduled" -> "where c.state = 'SCHEDULED' ";
          case "answered" -> "where c.disposition = 'ANSWERED' ";
          case null, default -> "";
        };
    return jdbc.sql(
            CALLS + condition + "order by c.created_at desc, c.id desc offset :offset limit :limit")
        .param("offset", page * PAGE)
        .param("limit", PAGE + 1)
        .query((row, _) -> item(row, clock))
        .list();
  }

  /// The latest calls with one person.
  public List<CallItem> of(UUID contactId, int limit, Clock clock) {
    return jdbc.sql(
            CALLS
                + "where c.contact_id = :contact order by c.created_at desc, c.id desc limit"
                + " :limit")
        .param("contact", contactId)
        .param("limit", limit)
        .query((row, _) -> item(row, clock))
        .list();
  }

  private static CallItem item(ResultSet row, Clock clock) throws SQLException {
    var state = CallState.valueOf(row.getString("state"));
    var disposition = row.getString("disposition");
    var outcome = row.getString("outcome");
    var name = row.getString("person");
    var at = Moments.read(row, "at");
    Instant answered = Moments.readOrNull(row, "answered_at");
    Instant ended = Moments.readOrNull(row, "ended_at");
    return new CallItem(
        row.getObject("id", UUID.class),
        name == null || name.isBlank() ? PhoneText.of(row.getString("phone_number")) : name,
        PhoneText.of(row.getString("phone_number")),
        Words.purpose(row.getString("purpose")),
        row.getString("direction").equals("INBOUND"),
        row.getString("campaign_name"),
        line(state, disposition),
        outcome == null ? null : Words.outcome(Outcome.valueOf(outcome)),
        state == CallState.SCHEDULED ? Words.capital(clock.when(at)) : Words.capital(clock.ago(at)),
        answered == null || ended == null ? null : Clock.length(Duration.between(answered, ended)));
  }

  /// What the line does, or did.
  static Chip line(CallState state, @Nullable String disposition) {
    return disposition == null
        ? Words.callState(state)
        : Words.disposition(Disposition.valueOf(disposition));
  }
}
