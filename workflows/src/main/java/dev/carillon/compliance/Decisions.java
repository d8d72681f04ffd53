package dev.carillon.compliance;

import java.time.Instant;

/// Decides who may be called: the one pure function in front of every dial.
public final class Decisions {
  private Decisions() {}

  /// Whether `request` may be dialled at `now`. Asked when a call is admitted and again in the
  /// transaction that sends it; the same arguments give the same answer.
  public static Decision decide(
      DialRequest request, DialFacts facts, RuleSet ruleSet, Instant now) {
    return decide(request, facts, ruleSet, now, ZoneRulesVersion.installed());
  }

  static Decision decide(
      DialRequest request,
      DialFacts facts,
      RuleSet ruleSet,
      Instant now,
      ZoneRulesVersion zoneRules) {
    var zones = new Zones(ruleSet.zones(), zoneRules).of(request.number(), facts.contact());
    return new Examination(request, facts, ruleSet, now, zones, zoneRules).decision();
  }
}
