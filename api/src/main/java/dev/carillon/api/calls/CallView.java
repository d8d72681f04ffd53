package dev.carillon.api.calls;

import dev.carillon.call.CallState;
import dev.carillon.call.Direction;
import dev.carillon.call.Disposition;
import dev.carillon.call.Outcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call as REST shows it. One that waits in the dial queue is `SCHEDULED`.
///
/// @param summary what a model made of the conversation
/// @param interest HIGH, MEDIUM, LOW or NONE
/// @param notBefore of a scheduled call: the first moment at which it may be placed
public record CallView(
    UUID id,
    @Nullable UUID contactId,
    @Nullable UUID campaignId,
    Direction direction,
    String purpose,
    @Nullable String objective,
    String phoneNumber,
    CallState state,
    @Nullable Disposition disposition,
    @Nullable Outcome outcome,
    @Nullable String outcomeReason,
    @Nullable String providerCallId,
    int attempt,
    Instant createdAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable Integer durationSeconds,
    @Nullable String summary,
    @Nullable String interest,
    @Nullable String nextAction,
    @Nullable Money cost,
    @Nullable Instant notBefore) {}
