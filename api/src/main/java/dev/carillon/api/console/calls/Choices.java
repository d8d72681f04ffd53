package dev.carillon.api.console.calls;

import dev.carillon.activities.postgres.settings.Agent;
import dev.carillon.activities.postgres.settings.Agents;
import dev.carillon.api.console.words.Words;
import java.util.List;
import java.util.Map;

/// Reads what can be chosen when calls are ordered, in the tenant's transaction that is under way.
public final class Choices {
  private static final int SHOWN = 100;

  private final Agents agents;

  Choices(Agents agents) {
    this.agents = agents;
  }

  /// All of it.
  public Offer offer() {
    return new Offer(agents.list(null, null, SHOWN), Words.purposes());
  }

  /// What can be chosen.
  ///
  /// @param agents who may speak, newest first
  /// @param purposes in words, by the names that REST takes
  public record Offer(List<Agent> agents, Map<String, String> purposes) {
    public Offer {
      agents = List.copyOf(agents);
    }
  }
}
