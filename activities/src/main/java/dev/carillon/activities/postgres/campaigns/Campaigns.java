package dev.carillon.activities.postgres.campaigns;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.call.Outcome;
import dev.carillon.campaign.CampaignState;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The campaigns of a tenant. All methods work in the tenant's transaction that is under way.
public final class Campaigns {
  private final JdbcClient jdbc;
  private final CampaignRows rows;
  private final Events events;
  private final Ids ids;
  private final InstantSource clock;

  Campaigns(JdbcClient jdbc, CampaignRows rows, Events events, Ids ids, InstantSource clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /// Where a campaign comes from.
  ///
  /// @param date with a schedule: the date it is for; there is one campaign per schedule and date
  public record Origin(
      UUID tenantId,
      UUID accountId,
      @Nullable UUID parentCampaignId,
      @Nullable UUID scheduleId,
      @Nullable LocalDate date) {

    public static Origin ofOperator(UUID tenantId, UUID accountId) {
      return new Origin(tenantId, accountId, null, null, null);
    }
  }

  /// Makes a draft with a journey for each person. Empty when the schedule has its campaign for
  /// that date.
  public Optional<Campaign> create(Origin origin, CampaignPlan plan, People people) {
    var id = ids.next();
    var now = clock.instant();
    if (!insert(id, origin, plan, now)) {
      return Optional.empty();
    }
    join(origin.tenantId(), id, people);
    events.append(
        Event.ofCampaign(origin.tenantId(), now, EventTypes.CAMPAIGN_CREATED, id, Map.of()));
    return find(id);
  }

  private boolean insert(UUID id, Origin origin, CampaignPlan plan, Instant now) {
    return planned(
                jdbc.sql(
                    """
                    insert into campaign (id, tenant_id, account_id, name, purpose, objective, state,
                      agent_id, parent_campaign_id, schedule_id, schedule_date, max_attempts, redial,
                      call_window, start_at, end_at, calls_per_second, concurrency, budget,
                      sms_fallback, steps, created_at)
                    values (:id, :tenant, :account, :name, :purpose, :objective, 'DRAFT', :agent,
                      :parent, :schedule, :date, :attempts, cast(:redial as jsonb),
                      cast(:window as jsonb), :startAt, :endAt, :rate, :concurrency,
                      cast(:budget as jsonb), :sms, cast(:steps as jsonb), :now)
                    on conflict (tenant_id, schedule_id, schedule_date) do nothing
                    """),
                plan)
            .param("id", id)
            .param("tenant", origin.tenantId())
            .param("account", origin.accountId())
            .param("parent", origin.parentCampaignId())
            .param("schedule", origin.scheduleId())
            .param("date", origin.date())
            .param("now", Moments.param(now))
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec planned(JdbcClient.StatementSpec sql, CampaignPlan plan) {
    return sql.param("name", plan.name())
        .param("purpose", plan.purpose().wireName())
        .param("objective", plan.objective())
        .param("agent", plan.agentId())
        .param("attempts", plan.maxAttempts())
        .param("redial", rows.redial(plan.redial()))
        .param("window", rows.window(plan.window()))
        .param("startAt", Moments.paramOrNull(plan.startAt()))
        .param("endAt", Moments.paramOrNull(plan.endAt()))
        .param("rate", plan.callsPerSecond())
        .param("concurrency", plan.concurrency())
        .param("budget", plan.budget())
        .param("sms", plan.smsFallback())
        .param("steps", rows.steps(plan.steps()));
  }

  private void join(UUID tenantId, UUID campaignId, People people) {
    var sql =
        switch (people) {
          case People.Contacts(List<UUID> contactIds) ->
              jdbc.sql(joining("select id from contact where id = any(cast(:ids as uuid[]))"))
                  .param("ids", contactIds.toArray(new UUID[0]));
          case People.ImportedList(UUID importId) ->
              jdbc.sql(
                      joining(
                          "select contact_id from contact_import_contact where import_id = :list"))
                  .param("list", importId);
          case People.OfCampaign(UUID other, List<Outcome> outcomes) ->
              jdbc.sql(
                      joining(
                          """
                          select j.contact_id from journey j
                            left join outcome o using (campaign_id, contact_id)
                          where j.campaign_id = :other
                            and (cardinality(cast(:outcomes as text[])) = 0
                              or o.outcome = any(cast(:outcomes as text[])))
                          """))
                  .param("other", other)
                  .param("outcomes", outcomes.stream().map(Enum::name).toArray(String[]::new));
        };
    sql.param("tenant", tenantId).param("campaign", campaignId).update();
  }

  private static String joining(String contacts) {
    return """
    insert into journey (tenant_id, campaign_id, contact_id, state)
    select :tenant, :campaign, c.id, 'WAITING' from contact c
    where c.deleted_at is null and c.id in (%s)
    on conflict do nothing
    """
        .formatted(contacts);
  }

  public Optional<Campaign> find(UUID id) {
    return jdbc.sql("select * from campaign where id = :id")
        .param("id", id)
        .query((row, _) -> rows.read(row))
        .optional();
  }

  /// Where a list goes on: behind this campaign.
  public record After(Instant createdAt, UUID id) {}

  /// Newest first.
  public List<Campaign> list(@Nullable After after, int limit) {
    var cursor =
        after == null ? new After(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0)) : after;
    return jdbc.sql(
            """
            select * from campaign where (created_at, id) < (:createdAt, :id)
            order by created_at desc, id desc limit :limit
            """)
        .param("createdAt", Moments.param(cursor.createdAt()))
        .param("id", cursor.id())
        .param("limit", limit)
        .query((row, _) -> rows.read(row))
        .list();
  }

  /// Counts of each of these campaigns.
  public Map<UUID, Counts> counts(List<UUID> campaignIds) {
    record Line(UUID campaign, String state, @Nullable String outcome, long number) {}
    var lines =
        jdbc.sql(
                """
                select j.campaign_id, j.state, o.outcome, count(*) as number
                from journey j left join outcome o using (campaign_id, contact_id)
                where j.campaign_id = any(cast(:campaigns as uuid[]))
                group by j.campaign_id, j.state, o.outcome
                """)
            .param("campaigns", campaignIds.toArray(new UUID[0]))
            .query((row, _) ->
                new Line(
                    row.getObject("campaign_id", UUID.class),
                    row.getString("state"),
                    row.getString("outcome"),
                    row.getLong("number")))
            .list();
    var counts = new HashMap<UUID, Counts>();
    for (var id : campaignIds) {
      long waiting = 0;
      long active = 0;
      var byOutcome = new HashMap<Outcome, Long>();
      for (var line : lines) {
        if (!line.campaign().equals(id)) {
          continue;
        }
        if (line.outcome() != null) {
          byOutcome.merge(Outcome.valueOf(line.outcome()), line.number(), Long::sum);
        } else if (line.state().equals("ACTIVE")) {
          active += line.number();
        } else {
          waiting += line.number();
        }
      }
      long done = byOutcome.values().stream().mapToLong(Long::longValue).sum();
      counts.put(id, new Counts(waiting + active + done, waiting, active, done, byOutcome));
    }
    return counts;
  }

  public Counts counts(UUID campaignId) {
    return counts(List.of(campaignId)).getOrDefault(campaignId, Counts.NONE);
  }

  /// Changes the plan; pace, attempts and hours hold from the next call on. Empty when the campaign
  /// is over, or there is none.
  public Optional<Campaign> change(UUID id, CampaignPlan plan) {
    var tenant =
        planned(
                jdbc.sql(
                    """
                    update campaign set name = :name, purpose = :purpose, objective = :objective,
                      agent_id = :agent, max_attempts = :attempts, redial = cast(:redial as jsonb),
                      call_window = cast(:window as jsonb), start_at = :startAt, end_at = :endAt,
                      calls_per_second = :rate, concurrency = :concurrency,
                      budget = cast(:budget as jsonb), sms_fallback = :sms,
                      steps = cast(:steps as jsonb)
                    where id = :id and state in ('DRAFT', 'RUNNING', 'PAUSED')
                    returning tenant_id
                    """),
                plan)
            .param("id", id)
            .query((row, _) -> row.getObject("tenant_id", UUID.class))
            .optional();
    tenant.ifPresent(of ->
        events.append(
            Event.ofCampaign(of, clock.instant(), EventTypes.CAMPAIGN_CHANGED, id, Map.of())));
    return tenant.isEmpty() ? Optional.empty() : find(id);
  }

  /// A draft with the same plan and the same people.
  public Optional<Campaign> copy(UUID id, String name) {
    return again(id, name, new People.OfCampaign(id, List.of()));
  }

  /// A draft with the same plan for those whose journeys came to one of `outcomes`. The people's
  /// journeys in the old campaign stay as they are.
  public Optional<Campaign> redial(UUID id, String name, List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      throw new IllegalArgumentException("whom to call again: no outcome is named");
    }
    return again(id, name, new People.OfCampaign(id, outcomes));
  }

  private Optional<Campaign> again(UUID id, String name, People people) {
    return find(id)
        .flatMap(old ->
            create(
                new Origin(old.tenantId(), old.accountId(), id, null, null),
                renamed(old.plan(), name),
                people));
  }

  private static CampaignPlan renamed(CampaignPlan plan, String name) {
    return new CampaignPlan(
        name,
        plan.purpose(),
        plan.objective(),
        plan.agentId(),
        plan.maxAttempts(),
        plan.redial(),
        plan.window(),
        null,
        null,
        plan.callsPerSecond(),
        plan.concurrency(),
        plan.budget(),
        plan.smsFallback(),
        plan.steps());
  }

  /// Where the campaign stands, with its row kept from changes until the transaction ends.
  Optional<CampaignState> lock(UUID id) {
    return jdbc.sql("select state from campaign where id = :id for update")
        .param("id", id)
        .query((row, _) -> CampaignState.valueOf(row.getString("state")))
        .optional();
  }
}
