package dev.carillon.compliance;

import dev.carillon.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Requests, facts and a small rule set, each allowing the call unless a test says otherwise.
final class DialFixtures {
  static final PhoneNumber NEW_YORKER = PhoneNumber.of("+12128120000");
  static final Requirement.Margin MARGIN =
      new Requirement.Margin(Duration.ofMinutes(1), Duration.ofMinutes(2));
  static final ZoneRulesVersion CURRENT = new ZoneRulesVersion("2026b");
  static final Instant NOON_IN_NEW_YORK = Instant.parse("2026-11-20T17:00:00Z");

  private DialFixtures() {}

  static DialRequest aRequest() {
    return aRequestTo(NEW_YORKER);
  }

  static DialRequest aRequestTo(PhoneNumber number) {
    return new DialRequest(number, CallNature.INFORMATIONAL);
  }

  static DialFacts.Guard aSimulatedCarrier() {
    return new DialFacts.Guard(true, false, AllowedNumbers.none());
  }

  static DialFacts.Contact aContact() {
    return new DialFacts.Contact(List.of(aConsent()), null, null, null);
  }

  static DialFacts.Contact aContactIn(String zone) {
    return new DialFacts.Contact(List.of(aConsent()), ZoneId.of(zone), null, null);
  }

  static Consent aConsent() {
    Instant given = Instant.parse("2026-01-01T00:00:00Z");
    return new Consent(ConsentKind.EXPRESS_WRITTEN, Channel.VOICE, "form", given, "1", null);
  }

  static DialFacts.Campaign aCampaign() {
    return new DialFacts.Campaign(0, 3, null, null, null);
  }

  static DialFacts.Campaign aCampaignWith(@Nullable Window window, @Nullable Instant endAt) {
    return new DialFacts.Campaign(0, 3, window, endAt, null);
  }

  static DialFacts facts() {
    return new DialFacts(aSimulatedCarrier(), aContact(), aCampaign(), List.of(), false);
  }

  static DialFacts factsWith(DialFacts.Guard guard) {
    return new DialFacts(guard, aContact(), aCampaign(), List.of(), false);
  }

  static DialFacts factsWith(DialFacts.Contact contact) {
    return new DialFacts(aSimulatedCarrier(), contact, aCampaign(), List.of(), false);
  }

  static DialFacts factsWith(DialFacts.Campaign campaign) {
    return new DialFacts(aSimulatedCarrier(), aContact(), campaign, List.of(), false);
  }

  static RuleSet rules() {
    var daily = List.of(Window.daily(LocalTime.of(9, 0), LocalTime.of(20, 0)));
    return new RuleSet(
        "test",
        List.of(
            rule("DESTINATION", new Requirement.Destination(Set.of("US", "CA"))),
            rule("GUARD", new Requirement.TrialGuard()),
            rule("CONSENT", new Requirement.ConsentGiven(ConsentKind.EXPRESS)),
            rule("SUPPRESSION", new Requirement.NotSuppressed()),
            rule("ONE-LIVE-CALL", new Requirement.OneLiveCall(Duration.ofMinutes(1))),
            rule("ATTEMPTS", new Requirement.AttemptsLeft()),
            rule("BUDGET", new Requirement.BudgetLeft()),
            rule("END", new Requirement.CampaignOpen()),
            rule("ZONE-RULES", new Requirement.ZoneRulesCurrent("2025b")),
            rule("ZONE", new Requirement.ZoneKnown()),
            rule("HOURS", new Requirement.InsideHours(daily, MARGIN)),
            rule("CAMPAIGN-HOURS", new Requirement.InsideCampaignHours(MARGIN))),
        zoneTable());
  }

  static Rule rule(String id, Requirement requirement) {
    return new Rule(id, "the law of " + id, Rule.Scope.EVERYTHING, requirement);
  }

  static ZoneTable zoneTable() {
    var vancouver = ZoneId.of("America/Vancouver");
    return new ZoneTable(
        "test",
        Map.of(
            "212", Set.of(ZoneId.of("America/New_York")),
            "305", Set.of(ZoneId.of("America/New_York")),
            "357", Set.of(ZoneId.of("America/Los_Angeles")),
            "480", Set.of(ZoneId.of("America/Phoenix")),
            "604", Set.of(vancouver),
            "671", Set.of(ZoneId.of("Pacific/Guam"))),
        Map.of("US-CA", Set.of(ZoneId.of("America/Los_Angeles"))),
        Map.of("US 900", Set.of("US-CA")),
        List.of(new ZoneTable.ZoneCorrection(vancouver, "2026b", ZoneId.of("Etc/GMT+7"))));
  }
}
