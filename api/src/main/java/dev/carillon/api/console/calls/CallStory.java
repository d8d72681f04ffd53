package dev.carillon.api.console.calls;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.api.console.words.Clock;
import dev.carillon.api.console.words.PhoneText;
import dev.carillon.api.console.words.ReceiptText;
import dev.carillon.api.console.words.ToolNotes;
import dev.carillon.api.console.words.Words;
import dev.carillon.call.CallState;
import dev.carillon.call.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads one call with all that belongs to it, in the tenant's transaction that is under way.
final class CallStory {
  private final JdbcClient jdbc;
  private final Jsonb json;

  CallStory(JdbcClient jdbc, Jsonb json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<CallView> find(UUID id, Clock clock) {
    return jdbc.sql(
            """
            select c.*, p.name as person, k.name as campaign_name from (
              select id, contact_id, campaign_id, direction, purpose, objective, phone_number,
                attempt_no, state, disposition, outcome, outcome_reason, provider_call_id,
                answered_by, receipt, summary, cost, created_at, placed_at, ringing_at, answered_at,
                ended_at, duration_seconds, null::timestamptz as not_before
              from call where id = :id
              union all
              select call_id, contact_id, campaign_id, 'OUTBOUND', purpose, objective, phone_number,
                attempt_no, 'SCHEDULED', null, null, null, null,
                null, receipt, null, null, created_at, null, null, null,
                null, null, not_before
              from dial_queue where call_id = :id
            ) c
              left join contact p on p.id = c.contact_id
              left join campaign k on k.id = c.campaign_id
            """)
        .param("id", id)
        .query((row, _) -> view(row, clock))
        .optional();
  }

  private CallView view(ResultSet row, Clock clock) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var state = CallState.valueOf(row.getString("state"));
    var outcome = row.getString("outcome");
    var reason = row.getString("outcome_reason");
    var number = PhoneText.of(row.getString("phone_number"));
    var name = row.getString("person");
    var person = name == null || name.isBlank() ? number : name;
    var receipt = row.getString("receipt");
    Instant notBefore = Moments.readOrNull(row, "not_before");
    return new CallView(
        id,
        row.getObject("contact_id", UUID.class),
        person,
        number,
        Words.purpose(row.getString("purpose")),
        row.getString("objective"),
        row.getObject("campaign_id", UUID.class),
        row.getString("campaign_name"),
        row.getString("direction").equals("INBOUND"),
        state.live(),
        state == CallState.IN_PROGRESS,
        state == CallState.SCHEDULED,
        CallBoard.line(state, row.getString("disposition")),
        outcome == null ? null : Words.outcome(Outcome.valueOf(outcome)),
        reason == null ? null : Words.sentence(reason),
        notBefore == null ? null : Words.capital(clock.when(notBefore)),
        length(row),
        summary(row),
        steps(row, state, clock),
        lines(id, person, clock),
        receipt == null ? null : ReceiptText.of(json.tree(receipt), clock),
        facts(row, clock));
  }

  private static @Nullable String length(ResultSet row) throws SQLException {
    Instant answered = Moments.readOrNull(row, "answered_at");
    Instant ended = Moments.readOrNull(row, "ended_at");
    return answered == null || ended == null
        ? null
        : Clock.length(Duration.between(answered, ended));
  }

  private CallView.@Nullable Summary summary(ResultSet row) throws SQLException {
    var stored = row.getString("summary");
    if (stored == null) {
      return null;
    }
    var summary = json.tree(stored);
    var interest = summary.path("interest").asString("");
    var next = summary.path("nextAction").asString("");
    return new CallView.Summary(
        summary.path("text").asString(""),
        interest.isEmpty() ? null : Words.sentence(interest),
        next.isEmpty() ? null : next);
  }

  private static List<CallView.Step> steps(ResultSet row, CallState state, Clock clock)
      throws SQLException {
    Instant dialled = Moments.readOrNull(row, "placed_at");
    var steps = new ArrayList<CallView.Step>();
    steps.add(new CallView.Step("Dialled", dialled == null ? null : clock.precise(dialled)));
    steps.add(step("Rang", dialled, Moments.readOrNull(row, "ringing_at")));
    steps.add(step("Answered", dialled, Moments.readOrNull(row, "answered_at")));
    steps.add(step("Ended", dialled, Moments.readOrNull(row, "ended_at")));
    if (state == CallState.ENDED) {
      steps.removeIf(step -> step.time() == null);
    }
    return steps;
  }

  private static CallView.Step step(
      String text, @Nullable Instant dialled, @Nullable Instant reached) {
    if (reached == null) {
      return new CallView.Step(text, null);
    }
    var after = dialled == null ? Duration.ZERO : Duration.between(dialled, reached);
    return new CallView.Step(text, after.isNegative() ? "" : "+" + Clock.length(after));
  }

  private List<CallView.Line> lines(UUID id, String person, Clock clock) {
    return jdbc.sql(
            """
            select t.at, t.who, t.body, t.interrupted,
              extract(epoch from t.at - began.at) as second
            from call_turn t left join lateral (
              select coalesce(r.started_at, c.answered_at) as at
              from recording r join call c on c.id = r.call_id
              where r.call_id = t.call_id and r.state = 'completed'
              order by r.created_at desc, r.id desc limit 1) began on true
            where t.call_id = :id order by t.seq
            """)
        .param("id", id)
        .query((row, _) -> line(row, person, clock))
        .list();
  }

  private static CallView.Line line(ResultSet row, String person, Clock clock) throws SQLException {
    var body = row.getString("body");
    var time = clock.precise(Moments.read(row, "at"));
    boolean interrupted = row.getBoolean("interrupted");
    var second = row.getBigDecimal("second");
    var moment =
        second == null
            ? null
            : CallView.Moment.of(Math.max(0, (long) (second.doubleValue() * 1_000)));
    return switch (row.getString("who")) {
      case "AGENT" -> new CallView.Line("agent", "Agent", body, time, interrupted, moment);
      case "PERSON" -> new CallView.Line("person", person, body, time, interrupted, moment);
      default -> new CallView.Line("tool", "Agent", ToolNotes.of(body), time, false, null);
    };
  }

  private static List<CallView.Fact> facts(ResultSet row, Clock clock) throws SQLException {
    var facts = new ArrayList<CallView.Fact>();
    facts.add(new CallView.Fact("Attempt", row.getString("attempt_no")));
    facts.add(new CallView.Fact("Asked for", clock.when(Moments.read(row, "created_at"))));
    add(facts, "Answered by", row.getString("answered_by"));
    add(facts, "Carrier's seconds", row.getString("duration_seconds"));
    var cost = row.getBigDecimal("cost");
    add(facts, "Cost", cost == null ? null : "$" + cost.toPlainString());
    add(facts, "Carrier's id", row.getString("provider_call_id"));
    add(facts, "Call id", row.getString("id"));
    return facts;
  }

  private static void add(List<CallView.Fact> facts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new CallView.Fact(name, value));
    }
  }
}
