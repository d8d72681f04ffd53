package dev.carillon.api.console.campaigns;

import dev.carillon.call.Outcome;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Which people of a campaign are shown.
///
/// @param state `WAITING`, `ACTIVE` or null
/// @param outcome an [Outcome]'s name or null
/// @param page from 0
record PeopleFilter(@Nullable String state, @Nullable String outcome, int page) {
  static final int PAGE = 50;
  private static final int LAST_PAGE = 20_000;

  /// Reads what an address says; what it cannot mean is left out.
  static PeopleFilter of(@Nullable String show, int page) {
    boolean byState = "WAITING".equals(show) || "ACTIVE".equals(show);
    boolean byOutcome = Arrays.stream(Outcome.values()).anyMatch(o -> o.name().equals(show));
    return new PeopleFilter(
        byState ? show : null, byOutcome ? show : null, Math.clamp(page, 0, LAST_PAGE));
  }

  /// What `?show=` says; empty for everybody.
  public String show() {
    if (state != null) {
      return state;
    }
    return outcome == null ? "" : outcome;
  }
}
