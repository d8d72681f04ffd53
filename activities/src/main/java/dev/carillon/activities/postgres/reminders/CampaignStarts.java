package dev.carillon.activities.postgres.reminders;

import dev.carillon.campaign.CampaignRef;

/// Starts a campaign that was made; harmless when it runs already.
@FunctionalInterface
public interface CampaignStarts {

  void start(CampaignRef campaign);
}
