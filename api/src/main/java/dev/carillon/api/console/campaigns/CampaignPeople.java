package dev.carillon.api.console.campaigns;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.api.console.words.Chip;
import dev.carillon.api.console.words.Clock;
import dev.carillon.api.console.words.PhoneText;
import dev.carillon.api.console.words.ReceiptText;
import dev.carillon.api.console.words.Tone;
import dev.carillon.api.console.words.Words;
import dev.carillon.call.CallState;
import dev.carillon.call.Disposition;
import dev.carillon.call.Outcome;
import dev.carillon.campaign.CampaignState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Reads the people of a campaign with what has been tried, in the tenant's transaction that is
/// under way.
final class CampaignPeople {
  private final JdbcClient jdbc;
  private final Jsonb json;

  CampaignPeople(JdbcClient jdbc, Jsonb json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Those being called first, then the newest results, then those who wait, the next first. One
  /// more than a page holds when there is another page.
  List<Person> list(UUID campaignId, CampaignState state, PeopleFilter filter, Clock clock) {
    var rows =
        jdbc.sql(
                """
                select j.contact_id, j.state, c.name, c.phone_number, c.time_zone, o.outcome, o.reason,
                  coalesce(q.receipt, j.receipt) as receipt,
                  coalesce(q.not_before, j.next_attempt_at) as next_at
                from journey j join contact c on c.id = j.contact_id
                  left join outcome o on o.campaign_id = j.campaign_id and o.contact_id = j.contact_id
                  left join dial_queue q on q.campaign_id = j.campaign_id and q.contact_id = j.contact_id
                where j.campaign_id = :campaign
                  and (cast(:state as text) is null or j.state = :state)
                  and (cast(:outcome as text) is null or o.outcome = :outcome)
                order by j.state = 'ACTIVE' desc, o.decided_at desc nulls last, next_at nulls last,
                  j.contact_id
                offset :offset limit :limit
                """)
            .param("campaign", campaignId)
            .param("state", filter.state())
            .param("outcome", filter.outcome())
            .param("offset", filter.page() * PeopleFilter.PAGE)
            .param("limit", PeopleFilter.PAGE + 1)
            .query((row, _) -> row(row))
            .list();
    var attempts = attempts(campaignId, rows.stream().map(Row::contactId).toList(), clock);
    return rows.stream()
        .map(row -> person(row, state, attempts.getOrDefault(row.contactId(), List.of()), clock))
        .toList();
  }

  private Person person(
      Row row, CampaignState campaign, List<Person.Attempt> attempts, Clock clock) {
    var receipt = row.receipt() == null ? null : json.tree(row.receipt());
    boolean waiting = row.state().equals("WAITING");
    return new Person(
        row.contactId(),
        row.name() == null || row.name().isBlank() ? "No name" : row.name(),
        PhoneText.of(row.number()),
        chip(row, attempts),
        row.reason() == null ? null : Words.sentence(row.reason()),
        waiting ? next(row, campaign, receipt, clock) : null,
        waiting && receipt != null ? denial(receipt) : null,
        attempts);
  }

  private static Chip chip(Row row, List<Person.Attempt> attempts) {
    if (row.outcome() != null) {
      return Words.outcome(Outcome.valueOf(row.outcome()));
    }
    if (row.state().equals("WAITING")) {
      return new Chip("Waiting", Tone.PLAIN);
    }
    boolean onTheLine = !attempts.isEmpty() && attempts.getLast().chip().tone() == Tone.LIVE;
    return onTheLine ? attempts.getLast().chip() : new Chip("In progress", Tone.LIVE);
  }

  private static String next(
      Row row, CampaignState campaign, @Nullable JsonNode receipt, Clock clock) {
    return switch (campaign) {
      case DRAFT -> "When you start";
      case PAUSED -> "When you resume";
      case RUNNING, COMPLETED, CANCELLED -> {
        var at = row.nextAt();
        if (at == null || !at.isAfter(clock.now())) {
          yield "As soon as a line is free";
        }
        var zone =
            ReceiptText.zone(row.zone())
                .or(() -> receipt == null ? Optional.empty() : ReceiptText.firstZone(receipt))
                .orElse(clock.home());
        yield Words.capital(clock.whenIn(at, zone));
      }
    };
  }

  private static @Nullable String denial(JsonNode receipt) {
    for (var reason : receipt.path("reasons")) {
      if (reason.path("verdict").asString("").equals("DENIED")) {
        return Words.places(reason.path("detail").asString(""));
      }
    }
    return null;
  }

  private Map<UUID, List<Person.Attempt>> attempts(
      UUID campaignId, List<UUID> contacts, Clock clock) {
    var found = new HashMap<UUID, List<Person.Attempt>>();
    jdbc.sql(
            """
            select id, contact_id, attempt_no, state, disposition,
              coalesce(submitted_at, created_at) as began
            from call where campaign_id = :campaign and contact_id = any(:contacts)
            order by created_at, id
            """)
        .param("campaign", campaignId)
        .param("contacts", contacts.toArray(UUID[]::new))
        .query((row, _) ->
            found
                .computeIfAbsent(row.getObject("contact_id", UUID.class), _ -> new ArrayList<>())
                .add(attempt(row, clock)))
        .list();
    return found;
  }

  private static Person.Attempt attempt(ResultSet row, Clock clock) throws SQLException {
    var disposition = row.getString("disposition");
    var began = Moments.read(row, "began");
    return new Person.Attempt(
        row.getObject("id", UUID.class),
        row.getInt("attempt_no"),
        disposition == null
            ? Words.callState(CallState.valueOf(row.getString("state")))
            : Words.disposition(Disposition.valueOf(disposition)),
        clock.when(began),
        clock.ago(began));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("contact_id", UUID.class),
        row.getString("state"),
        row.getString("name"),
        row.getString("phone_number"),
        row.getString("time_zone"),
        row.getString("outcome"),
        row.getString("reason"),
        row.getString("receipt"),
        Moments.readOrNull(row, "next_at"));
  }

  private record Row(
      UUID contactId,
      String state,
      @Nullable String name,
      String number,
      @Nullable String zone,
      @Nullable String outcome,
      @Nullable String reason,
      @Nullable String receipt,
      @Nullable Instant nextAt) {}
}
