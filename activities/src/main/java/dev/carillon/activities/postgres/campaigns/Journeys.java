package dev.carillon.activities.postgres.campaigns;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.call.Disposition;
import dev.carillon.call.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The journeys of campaigns. All methods work in the tenant's transaction that is under way.
public final class Journeys {
  private final JdbcClient jdbc;

  Journeys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Head(
      UUID contactId,
      String phoneNumber,
      @Nullable String name,
      String state,
      @Nullable String outcome,
      @Nullable String reason,
      @Nullable Instant nextAttemptAt) {}

  private record Made(UUID contactId, Journey.Attempt attempt) {}

  /// A campaign's journeys in the order of their contacts' ids, behind `afterContact`.
  public List<Journey> list(UUID campaignId, @Nullable UUID afterContact, int limit) {
    var heads = heads(campaignId, afterContact, limit);
    Map<UUID, List<Journey.Attempt>> attempts =
        attempts(campaignId, heads.stream().map(Head::contactId).toList());
    return heads.stream()
        .map(head ->
            new Journey(
                campaignId,
                head.contactId(),
                head.phoneNumber(),
                head.name(),
                head.outcome() == null ? Journey.State.valueOf(head.state()) : Journey.State.DONE,
                head.outcome() == null ? null : Outcome.valueOf(head.outcome()),
                head.reason(),
                head.nextAttemptAt(),
                attempts.getOrDefault(head.contactId(), List.of())))
        .toList();
  }

  private List<Head> heads(UUID campaignId, @Nullable UUID afterContact, int limit) {
    return jdbc.sql(
            """
            select j.contact_id, c.phone_number, c.name, j.state, o.outcome, o.reason,
              j.next_attempt_at
            from journey j
              join contact c on c.id = j.contact_id
              left join outcome o using (campaign_id, contact_id)
            where j.campaign_id = :campaign and j.contact_id > :after
            order by j.contact_id limit :limit
            """)
        .param("campaign", campaignId)
        .param("after", afterContact == null ? new UUID(0, 0) : afterContact)
        .param("limit", limit)
        .query((row, _) ->
            new Head(
                row.getObject("contact_id", UUID.class),
                row.getString("phone_number"),
                row.getString("name"),
                row.getString("state"),
                row.getString("outcome"),
                row.getString("reason"),
                Moments.readOrNull(row, "next_attempt_at")))
        .list();
  }

  private Map<UUID, List<Journey.Attempt>> attempts(UUID campaignId, List<UUID> contacts) {
    return jdbc
        .sql(
            """
            select id, contact_id, attempt_no, disposition, coalesce(submitted_at, created_at) as started,
              ended_at
            from call
            where campaign_id = :campaign and contact_id = any(cast(:contacts as uuid[]))
            order by created_at, id
            """)
        .param("campaign", campaignId)
        .param("contacts", contacts.toArray(new UUID[0]))
        .query((row, _) -> made(row))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Made::contactId, Collectors.mapping(Made::attempt, Collectors.toList())));
  }

  private static Made made(ResultSet row) throws SQLException {
    var disposition = row.getString("disposition");
    return new Made(
        row.getObject("contact_id", UUID.class),
        new Journey.Attempt(
            row.getObject("id", UUID.class),
            row.getInt("attempt_no"),
            disposition == null ? null : Disposition.valueOf(disposition),
            Moments.readOrNull(row, "started"),
            Moments.readOrNull(row, "ended_at")));
  }

  /// JSON of the last decision on the journey's calls; empty before the first.
  public Optional<String> receipt(UUID campaignId, UUID contactId) {
    return jdbc.sql(
            """
            select receipt from (
              select receipt from journey
              where campaign_id = :campaign and contact_id = :contact
              union all
              select receipt from call
              where campaign_id = :campaign and contact_id = :contact) r
            where receipt is not null
            order by receipt ->> 'decidedAt' desc limit 1
            """)
        .param("campaign", campaignId)
        .param("contact", contactId)
        .query((row, _) -> row.getString("receipt"))
        .optional();
  }
}
