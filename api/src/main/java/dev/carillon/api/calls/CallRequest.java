package dev.carillon.api.calls;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A wish to have somebody phoned, as it was sent.
///
/// @param scheduledTime not before this moment; null means now
public record CallRequest(
    @Nullable UUID contactId,
    @Nullable String phoneNumber,
    @Nullable String purpose,
    @Nullable String objective,
    @Nullable UUID agentId,
    @Nullable OffsetDateTime scheduledTime) {}
