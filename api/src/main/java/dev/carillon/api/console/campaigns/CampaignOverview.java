package dev.carillon.api.console.campaigns;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.api.console.words.Bar;
import dev.carillon.api.console.words.Clock;
import dev.carillon.api.console.words.Tone;
import dev.carillon.api.console.words.Words;
import dev.carillon.call.Outcome;
import dev.carillon.campaign.CampaignState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Reads campaigns with how far they have come, in the tenant's transaction that is under way.
final class CampaignOverview {
  private static final int SHOWN = 100;
  private static final String CAMPAIGNS =
      """
      select c.*, j.total, j.waiting, j.active, j.done, o.by_outcome
      from campaign c
        cross join lateral (
          select count(*) as total, count(*) filter (where state = 'WAITING') as waiting,
            count(*) filter (where state = 'ACTIVE') as active,
            count(*) filter (where state = 'DONE') as done
          from journey where campaign_id = c.id) j
        cross join lateral (
          select jsonb_object_agg(x.outcome, x.people) as by_outcome
          from (select outcome, count(*) as people from outcome where campaign_id = c.id
            group by outcome) x) o
      """;

  private final JdbcClient jdbc;
  private final Jsonb json;

  CampaignOverview(JdbcClient jdbc, Jsonb json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Those that run or wait first, then the newest.
  List<CampaignCard> list(Clock clock) {
    return jdbc.sql(
            CAMPAIGNS
                + """
                order by c.state in ('RUNNING', 'PAUSED', 'DRAFT') desc, c.created_at desc, c.id
                limit :shown
                """)
        .param("shown", SHOWN)
        .query((row, _) -> card(row, clock))
        .list();
  }

  Optional<CampaignCard> find(UUID id, Clock clock) {
    return jdbc.sql(CAMPAIGNS + " where c.id = :id")
        .param("id", id)
        .query((row, _) -> card(row, clock))
        .optional();
  }

  /// What the day has brought so far.
  Today today(Clock clock) {
    var midnight =
        clock.now().atZone(clock.home()).toLocalDate().atStartOfDay(clock.home()).toInstant();
    return jdbc.sql(
            """
            select
              (select count(*) from call where state not in ('ENDED', 'RESERVED')) as live,
              (select count(*) from call where submitted_at >= :midnight) as calls,
              (select count(distinct contact_id) from call
                where answered_at >= :midnight and disposition = 'ANSWERED') as reached,
              (select count(*) from outcome
                where decided_at >= :midnight and outcome = 'GOAL_ACHIEVED') as goals
            """)
        .param("midnight", Moments.param(midnight))
        .query((row, _) ->
            new Today(
                row.getInt("live"),
                row.getInt("calls"),
                row.getInt("reached"),
                row.getInt("goals")))
        .single();
  }

  private CampaignCard card(ResultSet row, Clock clock) throws SQLException {
    var state = CampaignState.valueOf(row.getString("state"));
    int total = row.getInt("total");
    int done = row.getInt("done");
    var outcomes = outcomes(row);
    var shares = shares(outcomes, row.getInt("active"));
    return new CampaignCard(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Words.purpose(row.getString("purpose")),
        row.getString("objective"),
        state,
        Words.campaignState(state),
        when(row, clock),
        "%,d of %s done".formatted(done, Words.count(total, "person", "people")),
        total,
        Bar.of(shares, total),
        shares,
        outcomes.entrySet().stream().map(CampaignOverview::tab).toList(),
        plan(row, clock));
  }

  private static CampaignCard.Tab tab(Map.Entry<Outcome, Integer> people) {
    var outcome = people.getKey();
    boolean again =
        switch (outcome) {
          case NOT_REACHED, MESSAGE_LEFT, FAILED -> true;
          default -> false;
        };
    return new CampaignCard.Tab(
        outcome.name(), Words.outcome(outcome).text(), people.getValue(), again);
  }

  private Map<Outcome, Integer> outcomes(ResultSet row) throws SQLException {
    var people = new EnumMap<Outcome, Integer>(Outcome.class);
    var counts = row.getString("by_outcome");
    if (counts != null) {
      var tree = json.tree(counts);
      for (var outcome : Outcome.values()) {
        if (tree.has(outcome.name())) {
          people.put(outcome, tree.path(outcome.name()).asInt());
        }
      }
    }
    return people;
  }

  private static List<Bar.Share> shares(Map<Outcome, Integer> outcomes, int active) {
    var shares = new ArrayList<Bar.Share>();
    outcomes.forEach((outcome, people) -> {
      var chip = Words.outcome(outcome);
      shares.add(new Bar.Share(chip.text(), chip.tone(), people));
    });
    shares.sort(Comparator.comparing(Bar.Share::tone));
    if (active > 0) {
      shares.add(new Bar.Share("In progress", Tone.LIVE, active));
    }
    return shares;
  }

  private static String when(ResultSet row, Clock clock) throws SQLException {
    Instant ended = Moments.readOrNull(row, "ended_at");
    Instant started = Moments.readOrNull(row, "started_at");
    if (ended != null) {
      return "Ended " + clock.ago(ended);
    }
    return started == null
        ? "Made " + clock.ago(Moments.read(row, "created_at"))
        : "Started " + clock.ago(started);
  }

  private List<String> plan(ResultSet row, Clock clock) throws SQLException {
    var plan = new ArrayList<String>();
    plan.add("Up to " + Words.count(row.getInt("max_attempts"), "attempt", "attempts") + " each");
    var window = row.getString("call_window");
    plan.add(window == null ? "In lawful hours" : window(json.tree(window)));
    double perMinute = row.getDouble("calls_per_second") * 60;
    plan.add(
        "%s a minute, %d at once"
            .formatted(
                Words.count(Math.round(perMinute), "call", "calls"), row.getInt("concurrency")));
    var end = Moments.readOrNull(row, "end_at");
    if (end != null) {
      plan.add("Ends " + clock.when(end));
    }
    return plan;
  }

  private static String window(JsonNode window) {
    return "From %s to %s"
        .formatted(window.path("from").asString(""), window.path("to").asString(""));
  }

  /// The day in figures.
  record Today(int live, int calls, int reached, int goals) {}
}
