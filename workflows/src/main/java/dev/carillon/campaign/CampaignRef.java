package dev.carillon.campaign;

import java.util.UUID;

/// Names a campaign; starts a [CampaignWorkflow].
public record CampaignRef(UUID tenantId, UUID campaignId) {}
