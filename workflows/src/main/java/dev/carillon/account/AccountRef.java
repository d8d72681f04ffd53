package dev.carillon.account;

import java.util.UUID;

/// Names a carrier account; starts a [CarrierAccountWorkflow].
public record AccountRef(UUID tenantId, UUID accountId) {}
