package dev.carillon.compliance;

import dev.carillon.compliance.Requirement.Margin;
import dev.carillon.phone.PhoneNumbers;
import dev.carillon.phone.PhoneReading;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Holds one requirement against the facts and says in words what came of it. The words never
/// contain the number.
final class Judgement {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final DialRequest request;
  private final DialFacts facts;
  private final Instant now;
  private final CandidateZones zones;
  private final ZoneRulesVersion zoneRules;

  Judgement(
      DialRequest request,
      DialFacts facts,
      Instant now,
      CandidateZones zones,
      ZoneRulesVersion zoneRules) {
    this.request = request;
    this.facts = facts;
    this.now = now;
    this.zones = zones;
    this.zoneRules = zoneRules;
  }

  sealed interface Finding {}

  record Passed(String detail) implements Finding {}

  record Failed(DenialCode code, String detail) implements Finding {}

  Finding of(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Destination(Set<String> countries) -> destination(countries);
      case Requirement.TrialGuard() -> guard();
      case Requirement.NotSuppressed() -> suppression();
      case Requirement.OneLiveCall _ -> liveCall();
      case Requirement.AttemptsLeft() -> attempts();
      case Requirement.BudgetLeft() -> budget();
      case Requirement.CampaignOpen() -> campaignOpen();
      case Requirement.ConsentGiven(ConsentKind kind) -> consent(kind);
      case Requirement.ZoneRulesCurrent(String atLeast) -> zoneRules(atLeast);
      case Requirement.ZoneKnown() -> zoneKnown();
      case Requirement.InsideHours(List<Window> windows, Margin margin) ->
          hours(new OpenHours(windows, margin), DenialCode.OUTSIDE_WINDOW);
      case Requirement.InsideCampaignHours(Margin margin) -> campaignHours(margin);
    };
  }

  private Finding destination(Set<String> countries) {
    return switch (PhoneNumbers.allowing(countries).read(request.number().e164(), null)) {
      case PhoneReading.Accepted accepted -> new Passed("A number of " + accepted.region() + ".");
      case PhoneReading.Refused(String code, String message) ->
          new Failed(DenialCode.DESTINATION_NOT_ALLOWED, code + ": " + message);
    };
  }

  private Finding guard() {
    var guard = facts.guard();
    if (guard.allowed().present()) {
      return guard.allowed().contains(request.number())
          ? new Passed("One of the allowed test numbers.")
          : new Failed(DenialCode.NOT_A_TEST_NUMBER, "Only the allowed test numbers are called.");
    }
    if (guard.carrierOnLoopback()) {
      return new Passed("The carrier is simulated.");
    }
    return guard.live()
        ? new Passed("The operator has gone live.")
        : new Failed(
            DenialCode.CARRIER_NOT_LIVE,
            "A real carrier, but neither test numbers nor CARILLON_LIVE=yes are set.");
  }

  private Finding suppression() {
    boolean silenced = facts.suppressions().stream().anyMatch(s -> s.covers(Channel.VOICE));
    return silenced
        ? new Failed(
            DenialCode.SUPPRESSED, "The number is on the list of those never to be called.")
        : new Passed("On no list of those never to be called.");
  }

  private Finding liveCall() {
    return facts.liveCall()
        ? new Failed(DenialCode.LIVE_CALL, "Another call to this number is not over.")
        : new Passed("No other call to this number.");
  }

  private Finding attempts() {
    var campaign = facts.campaign();
    if (campaign == null) {
      return new Passed("Belongs to no campaign.");
    }
    String used = "%d of %d attempts used.".formatted(campaign.attempts(), campaign.maxAttempts());
    return campaign.attempts() < campaign.maxAttempts()
        ? new Passed(used)
        : new Failed(DenialCode.ATTEMPTS_USED, used);
  }

  private Finding budget() {
    var campaign = facts.campaign();
    var budget = campaign == null ? null : campaign.budget();
    if (budget == null) {
      return new Passed("No budget is set.");
    }
    var most = budget.mostOfOne();
    if (most == null) {
      return new Failed(
          DenialCode.PRICE_UNKNOWN,
          "There is a budget, but nobody knows what a minute costs: set"
              + " CARILLON_PRICE_PER_MINUTE.");
    }
    String used =
        "$%s of $%s used, a call costs up to $%s."
            .formatted(
                budget.used().toPlainString(),
                budget.limit().toPlainString(),
                most.toPlainString());
    return budget.used().add(most).compareTo(budget.limit()) <= 0
        ? new Passed(used)
        : new Failed(DenialCode.BUDGET_USED, used);
  }

  private Finding campaignOpen() {
    var campaign = facts.campaign();
    if (campaign == null || campaign.endAt() == null) {
      return new Passed("No end is set.");
    }
    return now.isBefore(campaign.endAt())
        ? new Passed("The campaign has not ended.")
        : new Failed(DenialCode.CAMPAIGN_OVER, "The campaign has ended.");
  }

  private Finding consent(ConsentKind needed) {
    return facts.contact().consents().stream()
        .filter(c -> c.channel().covers(Channel.VOICE) && c.kind().satisfies(needed))
        .filter(c -> c.holdsAt(now))
        .findFirst()
        .<Finding>map(c -> new Passed("%s consent of %s.".formatted(c.kind(), c.givenAt())))
        .orElseGet(
            () -> new Failed(DenialCode.CONSENT_MISSING, "No %s consent.".formatted(needed)));
  }

  private Finding zoneRules(String atLeast) {
    return zoneRules.atLeast(atLeast)
        ? new Passed("Time zone database " + zoneRules.name() + ".")
        : new Failed(
            DenialCode.TIME_ZONE_RULES_OUTDATED,
            "Time zone database %s is older than %s.".formatted(zoneRules.name(), atLeast));
  }

  private Finding zoneKnown() {
    return zones.known()
        ? new Passed("%d candidate zones.".formatted(zones.distinct().size()))
        : new Failed(DenialCode.ZONE_UNKNOWN, "Nobody knows where this number is.");
  }

  private Finding campaignHours(Margin margin) {
    var campaign = facts.campaign();
    return campaign == null || campaign.window() == null
        ? new Passed("The campaign names no hours.")
        : hours(
            new OpenHours(List.of(campaign.window()), margin), DenialCode.OUTSIDE_CAMPAIGN_WINDOW);
  }

  private Finding hours(OpenHours hours, DenialCode code) {
    if (!zones.known()) {
      return new Failed(DenialCode.ZONE_UNKNOWN, "Hours of an unknown place.");
    }
    String outside =
        zones.distinct().stream()
            .filter(zone -> !hours.openAt(now, zone))
            .map(this::clock)
            .collect(Collectors.joining(", "));
    return outside.isEmpty()
        ? new Passed("Inside in every candidate zone.")
        : new Failed(code, "Outside: " + outside + ".");
  }

  private String clock(ZoneId zone) {
    return "%s in %s".formatted(CLOCK.format(now.atZone(zone)), zone.getId());
  }
}
