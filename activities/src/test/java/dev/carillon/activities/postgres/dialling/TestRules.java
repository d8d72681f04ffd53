package dev.carillon.activities.postgres.dialling;

import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.compliance.AllowedNumbers;
import dev.carillon.compliance.DialFacts;
import dev.carillon.compliance.Requirement;
import dev.carillon.compliance.Rule;
import dev.carillon.compliance.RuleSet;
import dev.carillon.compliance.Window;
import dev.carillon.compliance.ZoneTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A few rules that tests can read at a glance: no suppressed number, one live call, attempts left,
/// the campaign open, and New York's clock between nine and eight.
final class TestRules {
  private TestRules() {}

  static Deciding deciding(TestDatabase database) {
    return deciding(database, spending(database));
  }

  static Deciding deciding(TestDatabase database, Spending spending) {
    var guard = new DialFacts.Guard(true, false, AllowedNumbers.none());
    return new Deciding(
        new DialFactsLoader(database.jdbc(), database.jsonb(), guard, spending), TestRules.rules());
  }

  /// Ten cents a minute.
  static Spending spending(TestDatabase database) {
    return new Spending(database.jdbc(), new CallPrice(new BigDecimal("0.10")));
  }

  static RuleSet rules() {
    var noMargin = new Requirement.Margin(Duration.ZERO, Duration.ZERO);
    return new RuleSet(
        "test",
        List.of(
            rule("SUPPRESSION", new Requirement.NotSuppressed()),
            rule("LIVE", new Requirement.OneLiveCall(Duration.ofMinutes(1))),
            rule("ATTEMPTS", new Requirement.AttemptsLeft()),
            rule("BUDGET", new Requirement.BudgetLeft()),
            rule("OPEN", new Requirement.CampaignOpen()),
            rule("ZONE", new Requirement.ZoneKnown()),
            rule(
                "HOURS",
                new Requirement.InsideHours(
                    List.of(Window.daily(LocalTime.of(9, 0), LocalTime.of(20, 0))), noMargin))),
        new ZoneTable(
            "test",
            Map.of("212", Set.of(ZoneId.of("America/New_York"))),
            Map.of(),
            Map.of(),
            List.of()));
  }

  private static Rule rule(String id, Requirement requirement) {
    return new Rule(id, "a test", Rule.Scope.EVERYTHING, requirement);
  }
}
