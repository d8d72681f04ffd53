package dev.carillon.api.console.campaigns;

import dev.carillon.api.console.words.Bar;
import dev.carillon.api.console.words.Chip;
import dev.carillon.campaign.CampaignState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A campaign as the overview and its own page show it.
///
/// @param progress how far it has come, in words
/// @param shares how many people ended, or stand, where
/// @param tabs the results that its people may be filtered by
/// @param plan its settings in sentences
record CampaignCard(
    UUID id,
    String name,
    String purpose,
    @Nullable String objective,
    CampaignState state,
    Chip chip,
    String when,
    String progress,
    int total,
    Bar bar,
    List<Bar.Share> shares,
    List<Tab> tabs,
    List<String> plan) {

  CampaignCard {
    shares = List.copyOf(shares);
    tabs = List.copyOf(tabs);
    plan = List.copyOf(plan);
  }

  /// What may be done to it now, the most likely first.
  public List<Command> commands() {
    return switch (state) {
      case DRAFT -> List.of(Command.START);
      case RUNNING -> List.of(Command.PAUSE);
      case PAUSED -> List.of(Command.RESUME);
      case COMPLETED, CANCELLED -> List.of();
    };
  }

  /// Whether it can still be ended for good.
  public boolean open() {
    return !commands().isEmpty();
  }

  /// A result that some of its people came to.
  ///
  /// @param again whether calling them again is likely what somebody wants
  record Tab(String name, String text, int people, boolean again) {}

  /// A button.
  record Command(String action, String label, String style) {
    static final Command START = new Command("start", "Start calling", "primary");
    static final Command PAUSE = new Command("pause", "Pause", "plain");
    static final Command RESUME = new Command("resume", "Resume", "primary");
  }
}
