package dev.carillon.api.webhooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody phones the business.
///
/// @param phoneNumber as the carrier names the caller: not always a number
record InboundCall(
    UUID id,
    UUID tenantId,
    UUID accountId,
    @Nullable UUID contactId,
    String phoneNumber,
    String callSid,
    Instant at) {}
