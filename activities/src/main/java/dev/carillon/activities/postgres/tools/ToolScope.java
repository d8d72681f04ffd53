package dev.carillon.activities.postgres.tools;

import dev.carillon.call.CallPurpose;
import dev.carillon.phone.PhoneNumber;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Within what a tool works: all of it from the call's row, nothing from what a model says.
record ToolScope(
    UUID tenantId,
    UUID callId,
    UUID accountId,
    UUID contactId,
    @Nullable String contactName,
    PhoneNumber number,
    CallPurpose purpose,
    @Nullable UUID agentId,
    ZoneId zone,
    Instant now) {}
