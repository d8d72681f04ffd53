package dev.carillon.activities.postgres.campaigns;

import dev.carillon.call.CallPurpose;
import dev.carillon.campaign.RedialPolicy;
import dev.carillon.campaign.Step;
import dev.carillon.compliance.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an operator decides about a campaign.
///
/// @param window narrower hours than the law's, in each person's zones
/// @param budget JSON, as it was given
/// @param smsFallback the text for whom no call reached; `{name}` and `{business}` are filled in
/// @param steps null for the usual ones: call, then the fallback
public record CampaignPlan(
    String name,
    CallPurpose purpose,
    @Nullable String objective,
    @Nullable UUID agentId,
    int maxAttempts,
    RedialPolicy redial,
    @Nullable Window window,
    @Nullable Instant startAt,
    @Nullable Instant endAt,
    BigDecimal callsPerSecond,
    int concurrency,
    @Nullable String budget,
    @Nullable String smsFallback,
    @Nullable List<Step> steps) {

  /// Ten calls a minute.
  public static final BigDecimal USUAL_PACE = new BigDecimal("0.166666667");

  public static final int USUAL_CONCURRENCY = 5;
  public static final int USUAL_ATTEMPTS = 3;

  public CampaignPlan {
    steps = steps == null ? null : List.copyOf(steps);
  }

  /// A plan that leaves everything else to the defaults.
  public static CampaignPlan usual(String name, CallPurpose purpose) {
    return new CampaignPlan(
        name,
        purpose,
        null,
        null,
        USUAL_ATTEMPTS,
        RedialPolicy.DEFAULT,
        null,
        null,
        null,
        USUAL_PACE,
        USUAL_CONCURRENCY,
        null,
        null,
        null);
  }
}
