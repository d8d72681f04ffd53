package dev.carillon.campaign;

/// What an operator may do to a campaign, with the states in which it may be done and where it
/// leads.
public enum CampaignCommand {
  START,
  PAUSE,
  RESUME,
  CANCEL
}
