package dev.carillon.activities.postgres.reminders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.carillon.activities.postgres.campaigns.CampaignPlan;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Disposition;
import dev.carillon.campaign.RedialPolicy;
import dev.carillon.campaign.Step;
import dev.carillon.compliance.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A schedule's JSON, as far as its runs need it. It was checked when it was stored.
///
/// @param leadDays how many days ahead a reminder sweep looks; one unless said
@JsonIgnoreProperties(ignoreUnknown = true)
record ScheduleDefinition(
    @Nullable String timeZone, @Nullable Integer leadDays, @Nullable Plan campaign) {

  /// The campaign that a run makes. Everything may be missing.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Plan(
      @Nullable String name,
      @Nullable CallPurpose purpose,
      @Nullable String objective,
      @Nullable UUID agentId,
      @Nullable Integer maxAttempts,
      @Nullable Map<Disposition, List<Duration>> redial,
      @Nullable Window window,
      @Nullable GivenPace pace,
      @Nullable String smsFallback,
      @Nullable List<Step> steps,
      @Nullable UUID importId,
      @Nullable List<UUID> contactIds) {

    static final Plan EMPTY =
        new Plan(null, null, null, null, null, null, null, null, null, null, null, null);
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record GivenPace(@Nullable BigDecimal callsPerSecond, @Nullable Integer concurrency) {}

  Plan plan() {
    return campaign == null ? Plan.EMPTY : campaign;
  }

  int daysAhead() {
    return leadDays == null ? 1 : leadDays;
  }

  CampaignPlan campaignPlan(String scheduleName, LocalDate date) {
    var plan = plan();
    var pace = plan.pace() == null ? new GivenPace(null, null) : plan.pace();
    return new CampaignPlan(
        (plan.name() == null ? scheduleName : plan.name()) + " " + date,
        plan.purpose() == null ? CallPurpose.REMINDER : plan.purpose(),
        plan.objective(),
        plan.agentId(),
        plan.maxAttempts() == null ? CampaignPlan.USUAL_ATTEMPTS : plan.maxAttempts(),
        plan.redial() == null ? RedialPolicy.DEFAULT : new RedialPolicy(plan.redial()),
        plan.window(),
        null,
        null,
        pace.callsPerSecond() == null ? CampaignPlan.USUAL_PACE : pace.callsPerSecond(),
        pace.concurrency() == null ? CampaignPlan.USUAL_CONCURRENCY : pace.concurrency(),
        null,
        plan.smsFallback(),
        plan.steps());
  }
}
