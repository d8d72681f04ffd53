package dev.carillon.compliance;

import dev.carillon.compliance.Receipt.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the next moment at which a denied call may be allowed.
final class NextMoment {
  private static final Duration UNTIL_AN_UPDATE = Duration.ofHours(1);
  private static final Duration UNTIL_A_PRICE = Duration.ofMinutes(1);

  private final DialFacts facts;
  private final CandidateZones zones;
  private final Instant now;

  NextMoment(DialFacts facts, CandidateZones zones, Instant now) {
    this.facts = facts;
    this.zones = zones;
    this.now = now;
  }

  /// The first moment inside all hours of all zones; empty when a denial does not go away by
  /// waiting, or there is no such moment in sight or before the campaign's end.
  Optional<Instant> after(List<Rule> rules, List<Reason> denials, boolean ownPhone) {
    if (denials.stream().map(Reason::code).anyMatch(code -> code == null || !code.passes())) {
      return Optional.empty();
    }
    Instant earliest = earliest(rules, denials);
    Optional<Instant> next = ownPhone ? Optional.of(earliest) : firstOpen(rules, earliest);
    return next.filter(this::beforeTheEnd);
  }

  private Instant earliest(List<Rule> rules, List<Reason> denials) {
    Instant earliest = now;
    for (Rule rule : rules) {
      boolean denied = denials.stream().anyMatch(d -> d.ruleId().equals(rule.id()));
      Instant again = denied ? again(rule.requirement()) : now;
      earliest = again.isAfter(earliest) ? again : earliest;
    }
    return earliest;
  }

  private Instant again(Requirement requirement) {
    return switch (requirement) {
      case Requirement.OneLiveCall(Duration again) -> now.plus(again);
      case Requirement.ZoneRulesCurrent _ -> now.plus(UNTIL_AN_UPDATE);
      // Of its denials only the one for want of a price passes.
      case Requirement.BudgetLeft _ -> now.plus(UNTIL_A_PRICE);
      default -> now;
    };
  }

  private Optional<Instant> firstOpen(List<Rule> rules, Instant earliest) {
    List<Span> open = null;
    for (OpenHours hours : hours(rules)) {
      for (ZoneId zone : zones.distinct()) {
        open = narrowed(open, hours.spans(zone, earliest));
      }
    }
    if (open == null) {
      return Optional.of(earliest);
    }
    return open.stream()
        .filter(span -> span.end().isAfter(earliest))
        .map(span -> span.holds(earliest) ? earliest : span.start())
        .filter(moment -> !moment.isAfter(earliest.plus(OpenHours.HORIZON)))
        .findFirst();
  }

  private static List<Span> narrowed(@Nullable List<Span> open, List<Span> more) {
    return open == null ? more : Span.intersection(open, more);
  }

  private List<OpenHours> hours(List<Rule> rules) {
    var hours = new ArrayList<OpenHours>();
    var campaign = facts.campaign();
    for (Rule rule : rules) {
      if (rule.requirement() instanceof Requirement.InsideHours(var windows, var margin)) {
        hours.add(new OpenHours(windows, margin));
      }
      if (rule.requirement() instanceof Requirement.InsideCampaignHours(var margin)
          && campaign != null
          && campaign.window() != null) {
        hours.add(new OpenHours(List.of(campaign.window()), margin));
      }
    }
    return hours;
  }

  private boolean beforeTheEnd(Instant moment) {
    var campaign = facts.campaign();
    return campaign == null || campaign.endAt() == null || moment.isBefore(campaign.endAt());
  }
}
