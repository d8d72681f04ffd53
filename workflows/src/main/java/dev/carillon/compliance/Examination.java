package dev.carillon.compliance;

import dev.carillon.compliance.Receipt.CapUse;
import dev.carillon.compliance.Receipt.LocalMoment;
import dev.carillon.compliance.Receipt.Reason;
import dev.carillon.compliance.Receipt.Verdict;
import dev.carillon.phone.PhoneNumbers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One decision in the making: every rule that holds for the request, looked at once.
final class Examination {
  private final DialRequest request;
  private final DialFacts facts;
  private final RuleSet ruleSet;
  private final Instant now;
  private final CandidateZones zones;
  private final Judgement judgement;
  private final boolean ownPhone;

  Examination(
      DialRequest request,
      DialFacts facts,
      RuleSet ruleSet,
      Instant now,
      CandidateZones zones,
      ZoneRulesVersion zoneRules) {
    this.request = request;
    this.facts = facts;
    this.ruleSet = ruleSet;
    this.now = now;
    this.zones = zones;
    this.judgement = new Judgement(request, facts, now, zones, zoneRules);
    this.ownPhone = facts.guard().allowed().contains(request.number());
  }

  Decision decision() {
    List<Rule> rules = rulesThatHold();
    List<Reason> reasons = rules.stream().map(this::reason).toList();
    List<Reason> denials = reasons.stream().filter(r -> r.verdict() == Verdict.DENIED).toList();
    if (denials.isEmpty()) {
      return new Decision.Allowed(receipt(reasons, true, null));
    }
    Instant notBefore =
        new NextMoment(facts, zones, now).after(rules, denials, ownPhone).orElse(null);
    return new Decision.Denied(receipt(reasons, false, notBefore), denials, notBefore);
  }

  private List<Rule> rulesThatHold() {
    String country = PhoneNumbers.standard().region(request.number());
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return ruleSet.rules().stream()
        .filter(rule -> rule.scope().holds(request.nature(), country, today))
        .toList();
  }

  private Reason reason(Rule rule) {
    if (ownPhone && exempts(rule.requirement())) {
      return reason(rule, Verdict.EXEMPT, null, "The operator's own phone: does not hold.");
    }
    return switch (judgement.of(rule.requirement())) {
      case Judgement.Passed(String detail) -> reason(rule, Verdict.PASSED, null, detail);
      case Judgement.Failed(DenialCode code, String detail) ->
          reason(rule, Verdict.DENIED, code, detail);
    };
  }

  private static Reason reason(
      Rule rule, Verdict verdict, @Nullable DenialCode code, String detail) {
    return new Reason(rule.id(), rule.citation(), verdict, code, detail);
  }

  /// What `ALLOWED_TEST_NUMBERS` lifts: hours, with the zones they need, and consent.
  static boolean exempts(Requirement requirement) {
    return switch (requirement) {
      case Requirement.ConsentGiven _,
          Requirement.ZoneRulesCurrent _,
          Requirement.ZoneKnown _,
          Requirement.InsideHours _,
          Requirement.InsideCampaignHours _ ->
          true;
      case Requirement.Destination _,
          Requirement.TrialGuard _,
          Requirement.NotSuppressed _,
          Requirement.OneLiveCall _,
          Requirement.AttemptsLeft _,
          Requirement.BudgetLeft _,
          Requirement.CampaignOpen _ ->
          false;
    };
  }

  private Receipt receipt(List<Reason> reasons, boolean allowed, @Nullable Instant notBefore) {
    var named =
        zones.all().stream().map(c -> new Receipt.Zone(c.zone().getId(), c.source())).toList();
    return new Receipt(
        now, allowed, reasons, named, localTimes(), caps(), ruleSet.version(), notBefore);
  }

  private List<LocalMoment> localTimes() {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    return zones.distinct().stream()
        .map(zone ->
            new LocalMoment(
                zone.getId(), DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(second.atZone(zone))))
        .toList();
  }

  private List<CapUse> caps() {
    var campaign = facts.campaign();
    return campaign == null
        ? List.of()
        : List.of(new CapUse("campaign attempts", campaign.attempts(), campaign.maxAttempts()));
  }
}
