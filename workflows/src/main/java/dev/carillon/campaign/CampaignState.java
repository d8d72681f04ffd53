package dev.carillon.campaign;

/// Where a campaign stands.
public enum CampaignState {
  DRAFT,
  RUNNING,
  PAUSED,
  COMPLETED,
  CANCELLED
}
