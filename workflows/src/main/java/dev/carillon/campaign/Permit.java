package dev.carillon.campaign;

import java.util.UUID;

/// Admission to one attempt: the call's row exists as RESERVED. Sent again when it seems lost; a
/// call id seen before is ignored.
public record Permit(UUID callId, int attemptNo) {}
