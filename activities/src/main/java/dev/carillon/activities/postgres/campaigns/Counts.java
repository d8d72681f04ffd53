package dev.carillon.activities.postgres.campaigns;

import dev.carillon.call.Outcome;
import java.util.Map;

/// How many journeys of a campaign stand where. `byOutcome` names only those that occur and adds up
/// to `done`.
public record Counts(
    long total, long waiting, long active, long done, Map<Outcome, Long> byOutcome) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, Map.of());

  public Counts {
    byOutcome = Map.copyOf(byOutcome);
  }
}
