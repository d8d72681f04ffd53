package dev.carillon.api.campaigns;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.carillon.activities.postgres.campaigns.Campaign;
import dev.carillon.activities.postgres.campaigns.Counts;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Disposition;
import dev.carillon.campaign.CampaignState;
import dev.carillon.campaign.Step;
import dev.carillon.compliance.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A campaign as REST shows it.
///
/// @param budget JSON
public record CampaignView(
    UUID id,
    String name,
    CallPurpose purpose,
    CampaignState state,
    Counts counts,
    @Nullable String objective,
    @Nullable UUID agentId,
    int maxAttempts,
    Map<Disposition, List<Duration>> redial,
    @Nullable Window window,
    @Nullable Instant startAt,
    @Nullable Instant endAt,
    Pace pace,
    @JsonRawValue @Nullable String budget,
    @Nullable String smsFallback,
    @Nullable List<Step> steps,
    @Nullable UUID parentCampaignId,
    @Nullable UUID scheduleId,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  static CampaignView of(Campaign campaign, Counts counts) {
    var plan = campaign.plan();
    return new CampaignView(
        campaign.id(),
        plan.name(),
        plan.purpose(),
        campaign.state(),
        counts,
        plan.objective(),
        plan.agentId(),
        plan.maxAttempts(),
        plan.redial().waits(),
        plan.window(),
        plan.startAt(),
        plan.endAt(),
        new Pace(plan.callsPerSecond(), plan.concurrency()),
        plan.budget(),
        plan.smsFallback(),
        plan.steps(),
        campaign.parentCampaignId(),
        campaign.scheduleId(),
        campaign.createdAt(),
        campaign.startedAt(),
        campaign.endedAt());
  }

  /// How fast it calls.
  public record Pace(BigDecimal callsPerSecond, int concurrency) {}
}
