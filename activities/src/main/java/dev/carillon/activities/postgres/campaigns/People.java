package dev.carillon.activities.postgres.campaigns;

import dev.carillon.call.Outcome;
import java.util.List;
import java.util.UUID;

/// Whom a campaign is for.
public sealed interface People {

  record Contacts(List<UUID> contactIds) implements People {
    public Contacts {
      contactIds = List.copyOf(contactIds);
    }
  }

  /// Everybody in an imported list, new or known.
  record ImportedList(UUID importId) implements People {}

  /// The people of another campaign; with outcomes named, those whose journeys came to one of them.
  record OfCampaign(UUID campaignId, List<Outcome> outcomes) implements People {
    public OfCampaign {
      outcomes = List.copyOf(outcomes);
    }
  }
}
