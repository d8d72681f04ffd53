package dev.carillon.activities.postgres.dialling;

import dev.carillon.call.CallPurpose;
import dev.carillon.phone.PhoneNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The wish to phone somebody, queued or admitted.
record Dial(
    UUID callId,
    UUID tenantId,
    UUID accountId,
    @Nullable UUID campaignId,
    UUID contactId,
    PhoneNumber number,
    CallPurpose purpose,
    int attemptNo) {}
