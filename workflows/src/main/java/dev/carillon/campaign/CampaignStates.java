package dev.carillon.campaign;

import static dev.carillon.campaign.CampaignState.CANCELLED;
import static dev.carillon.campaign.CampaignState.DRAFT;
import static dev.carillon.campaign.CampaignState.PAUSED;
import static dev.carillon.campaign.CampaignState.RUNNING;

import java.util.List;
import java.util.Optional;

/// The campaign's state machine as a table. Completion is not a command: it comes when every
/// journey has its outcome.
public final class CampaignStates {

  /// One row of the table.
  public record Transition(CampaignState from, CampaignCommand command, CampaignState to) {}

  private static final List<Transition> TABLE =
      List.of(
          new Transition(DRAFT, CampaignCommand.START, RUNNING),
          new Transition(DRAFT, CampaignCommand.CANCEL, CANCELLED),
          new Transition(RUNNING, CampaignCommand.PAUSE, PAUSED),
          new Transition(RUNNING, CampaignCommand.CANCEL, CANCELLED),
          new Transition(PAUSED, CampaignCommand.RESUME, RUNNING),
          new Transition(PAUSED, CampaignCommand.CANCEL, CANCELLED));

  private CampaignStates() {}

  /// The whole table.
  public static List<Transition> table() {
    return TABLE;
  }

  /// Where the command leads; empty when the state does not allow it.
  public static Optional<CampaignState> after(CampaignState from, CampaignCommand command) {
    return TABLE.stream()
        .filter(t -> t.from() == from && t.command() == command)
        .map(Transition::to)
        .findFirst();
  }
}
