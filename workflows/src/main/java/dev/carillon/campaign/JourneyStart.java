package dev.carillon.campaign;

import java.util.List;
import java.util.UUID;

/// Starts a [JourneyWorkflow]: one contact's path through one campaign.
public record JourneyStart(
    UUID tenantId,
    UUID campaignId,
    UUID contactId,
    int maxAttempts,
    RedialPolicy redial,
    List<Step> steps) {

  public JourneyStart {
    steps = List.copyOf(steps);
  }
}
