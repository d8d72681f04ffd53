package dev.carillon.activities.postgres.reminders;

import dev.carillon.account.AccountRef;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.campaigns.Campaigns;
import dev.carillon.activities.postgres.campaigns.People;
import dev.carillon.campaign.CampaignRef;
import dev.carillon.policy.ProviderFailure;
import dev.carillon.reminder.ReminderDesk;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes at most one campaign per schedule and date, whatever restarts.
final class PostgresReminderDesk implements ReminderDesk {
  private final TenantTransactions transactions;
  private final JdbcClient jdbc;
  private final Jsonb json;
  private final Campaigns campaigns;
  private final CampaignStarts starts;
  private final AccountRef account;

  PostgresReminderDesk(
      TenantTransactions transactions,
      JdbcClient jdbc,
      Jsonb json,
      Campaigns campaigns,
      CampaignStarts starts,
      AccountRef account) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
    this.campaigns = campaigns;
    this.starts = starts;
    this.account = account;
  }

  @Override
  public Prepared prepare(Run run) {
    return transactions.in(run.tenantId(), () -> prepared(run));
  }

  /// A schedule's row is locked for the run, so that two runs for one date see each other.
  private Prepared prepared(Run run) {
    var schedule = schedule(run);
    if (schedule.isEmpty()) {
      return new Prepared(run.tenantId(), null, 0, false);
    }
    var due = schedule.get();
    var today = run.nominal().atZone(due.zone()).toLocalDate();
    var date = due.sweeps() ? today.plusDays(due.definition().daysAhead()) : today;
    jdbc.sql("update schedule set last_run_at = :now where id = :id")
        .param("now", Moments.param(run.nominal()))
        .param("id", run.scheduleId())
        .update();
    var before = existing(run.scheduleId(), date);
    if (before.isPresent()) {
      return new Prepared(run.tenantId(), before.get(), journeys(before.get()), false);
    }
    var people = due.sweeps() ? dueOn(date, due.zone()) : named(due.definition().plan());
    if (people instanceof People.Contacts(var contacts) && contacts.isEmpty()) {
      return new Prepared(run.tenantId(), null, 0, false);
    }
    return make(run, due, date, people);
  }

  private Prepared make(Run run, Due due, LocalDate date, People people) {
    var origin =
        new Campaigns.Origin(run.tenantId(), account.accountId(), null, run.scheduleId(), date);
    return campaigns
        .create(origin, due.definition().campaignPlan(due.name(), date), people)
        .map(campaign -> new Prepared(run.tenantId(), campaign.id(), journeys(campaign.id()), true))
        .orElseGet(() -> new Prepared(run.tenantId(), null, 0, false));
  }

  private int journeys(UUID campaignId) {
    return jdbc.sql("select count(*) as n from journey where campaign_id = :id")
        .param("id", campaignId)
        .query((row, _) -> row.getInt("n"))
        .single();
  }

  private record Due(String name, boolean sweeps, ScheduleDefinition definition, ZoneId zone) {}

  private Optional<Due> schedule(Run run) {
    return jdbc.sql(
            """
            select s.name, s.kind, s.definition, b.time_zone
            from schedule s join business b on b.tenant_id = s.tenant_id
            where s.id = :id and s.deleted_at is null for update of s
            """)
        .param("id", run.scheduleId())
        .query((row, _) -> {
          var definition = json.read(row.getString("definition"), ScheduleDefinition.class);
          return new Due(
              row.getString("name"),
              row.getString("kind").equals("REMINDER_SWEEP"),
              definition,
              zone(definition.timeZone(), row.getString("time_zone")));
        })
        .optional();
  }

  private static ZoneId zone(@Nullable String own, String business) {
    return ZoneId.of(own == null ? business : own);
  }

  private Optional<UUID> existing(UUID scheduleId, LocalDate date) {
    return jdbc.sql(
            "select id from campaign where schedule_id = :schedule and schedule_date = :date")
        .param("schedule", scheduleId)
        .param("date", date)
        .query((row, _) -> row.getObject("id", UUID.class))
        .optional();
  }

  /// Who has an appointment that day that nobody has confirmed or called off.
  private People dueOn(LocalDate date, ZoneId zone) {
    var contacts =
        jdbc.sql(
                """
                select distinct contact_id from appointment
                where starts_at >= :from and starts_at < :to and status = 'BOOKED'
                """)
            .param("from", Moments.param(date.atStartOfDay(zone).toInstant()))
            .param("to", Moments.param(date.plusDays(1).atStartOfDay(zone).toInstant()))
            .query((row, _) -> row.getObject("contact_id", UUID.class))
            .list();
    return new People.Contacts(contacts);
  }

  private static People named(ScheduleDefinition.Plan plan) {
    if (plan.importId() != null) {
      return new People.ImportedList(plan.importId());
    }
    return new People.Contacts(plan.contactIds() == null ? List.of() : plan.contactIds());
  }

  @Override
  public Prepared launch(Prepared prepared) {
    var id = prepared.campaignId();
    if (id == null) {
      throw new ProviderFailure(ProviderFailure.Kind.REJECTED, "schedule", "no campaign to launch");
    }
    starts.start(new CampaignRef(prepared.tenantId(), id));
    return prepared;
  }
}
