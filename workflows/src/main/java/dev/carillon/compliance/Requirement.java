package dev.carillon.compliance;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// What a rule asks of a call. A new kind is a new case here and one in the rule files' reader.
public sealed interface Requirement {

  /// The number lies in one of `countries` (ISO 3166) and is one that a person answers.
  record Destination(Set<String> countries) implements Requirement {
    public Destination {
      countries = Set.copyOf(countries);
    }
  }

  /// A real carrier is used on purpose, and with a list of test numbers for these alone.
  record TrialGuard() implements Requirement {}

  /// Nobody asked for, or ordered, silence on this number.
  record NotSuppressed() implements Requirement {}

  /// No other call to the number is live. A denial says to ask again after `again`.
  record OneLiveCall(Duration again) implements Requirement {}

  /// The campaign has attempts left.
  record AttemptsLeft() implements Requirement {}

  /// The campaign's budget, if it has one, covers what this call may cost at most.
  record BudgetLeft() implements Requirement {}

  /// The campaign has not ended.
  record CampaignOpen() implements Requirement {}

  /// The person agreed to be called, at least as formally as `kind`.
  record ConsentGiven(ConsentKind kind) implements Requirement {}

  /// The time zone database is not older than `atLeast`, such as `2025b`.
  record ZoneRulesCurrent(String atLeast) implements Requirement {}

  /// At least one zone is known in which the person may be.
  record ZoneKnown() implements Requirement {}

  /// In every zone in which the person may be, the clock is inside one of `windows`, clear of both
  /// ends by `margin`.
  record InsideHours(List<Window> windows, Margin margin) implements Requirement {
    public InsideHours {
      windows = List.copyOf(windows);
    }
  }

  /// The same for the window that the campaign names, if it names one.
  record InsideCampaignHours(Margin margin) implements Requirement {}

  /// How far to stay away from a window's ends.
  ///
  /// @param beforeEnd covers the ringing, and the carrier's delay
  record Margin(Duration afterStart, Duration beforeEnd) {}
}
