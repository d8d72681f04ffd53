package dev.carillon.activities.postgres.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A text that came in.
///
/// @param contactId who has this number, null when nobody known has
/// @param phoneNumber the sender as the carrier names it: not always a number
public record InboundText(
    UUID id,
    UUID tenantId,
    @Nullable UUID contactId,
    String phoneNumber,
    String body,
    String providerMessageId,
    Instant at) {}
