package dev.carillon.campaign;

/// An operator's command as an Update's argument.
public record CampaignChange(CampaignCommand command) {}
