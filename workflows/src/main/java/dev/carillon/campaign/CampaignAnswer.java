package dev.carillon.campaign;

/// What came of a command: `done` is false when the campaign's state, which it names, does not
/// allow it.
public record CampaignAnswer(boolean done, CampaignState state) {}
