package dev.carillon.api.campaigns;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A campaign as it is handed in, not yet checked.
///
/// @param redial ISO 8601 durations per disposition; a disposition that is not named is not
///   redialled, and without any of it the usual ones hold
/// @param steps objects with a `type`: `call`, `wait`, `sms`
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignFields(
    @Nullable String name,
    @Nullable String purpose,
    @Nullable String objective,
    @Nullable UUID agentId,
    @Nullable List<@Nullable UUID> contactIds,
    @Nullable UUID importId,
    @Nullable Integer maxAttempts,
    @Nullable Map<String, List<String>> redial,
    @Nullable Hours window,
    @Nullable OffsetDateTime startAt,
    @Nullable OffsetDateTime endAt,
    @Nullable Pace pace,
    @Nullable Budget budget,
    @Nullable String smsFallback,
    @Nullable List<JsonNode> steps) {

  /// Narrower hours than the law's, in each person's zones.
  ///
  /// @param days every day unless said
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Hours(@Nullable List<String> days, @Nullable String from, @Nullable String to) {}

  /// How fast it calls.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Pace(@Nullable BigDecimal callsPerSecond, @Nullable Integer concurrency) {}

  /// The most it may cost.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Budget(@Nullable String amount, @Nullable String currency) {}
}
