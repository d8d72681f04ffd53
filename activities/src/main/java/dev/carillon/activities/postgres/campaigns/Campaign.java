package dev.carillon.activities.postgres.campaigns;

import dev.carillon.campaign.CampaignState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A campaign as it stands.
///
/// @param parentCampaignId the campaign whose people it calls again, or that it was copied from
public record Campaign(
    UUID id,
    UUID tenantId,
    UUID accountId,
    CampaignPlan plan,
    CampaignState state,
    @Nullable UUID parentCampaignId,
    @Nullable UUID scheduleId,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {}
