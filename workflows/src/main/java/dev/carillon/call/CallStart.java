package dev.carillon.call;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Starts a [CallWorkflow]. Who is called and why stands in the call's row; ids are enough here.
public record CallStart(
    UUID tenantId, UUID callId, Direction direction, @Nullable UUID campaignId, int attemptNo) {}
