package dev.carillon.activities.postgres.dialling;

import dev.carillon.call.CallPurpose;
import dev.carillon.call.Outcome;
import dev.carillon.compliance.CallNature;
import dev.carillon.compliance.Decision;
import dev.carillon.compliance.Decisions;
import dev.carillon.compliance.DenialCode;
import dev.carillon.compliance.DialRequest;
import dev.carillon.compliance.Receipt;
import dev.carillon.compliance.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Decides on a dial with the facts of this moment, in the transaction that is under way.
final class Deciding {
  private static final String PAUSE_RULE = "PLATFORM-CAMPAIGN-PAUSE";
  private static final String PAUSE_CITATION =
      "Platform policy: a paused campaign calls nobody, not even whom it was about to call";

  private final DialFactsLoader facts;
  private final RuleSet rules;

  Deciding(DialFactsLoader facts, RuleSet rules) {
    this.facts = facts;
    this.rules = rules;
  }

  Decision decide(Dial dial, Instant now) {
    return Decisions.decide(
        new DialRequest(dial.number(), natureOf(dial.purpose())), facts.load(dial), rules, now);
  }

  /// The denial of a call that was admitted just before its campaign was paused: ask again at once,
  /// which is when the campaign goes on.
  Decision.Denied paused(Decision decision, Instant now) {
    var why =
        new Receipt.Reason(
            PAUSE_RULE,
            PAUSE_CITATION,
            Receipt.Verdict.DENIED,
            DenialCode.CAMPAIGN_PAUSED,
            "The campaign is paused.");
    var before = decision.receipt();
    var reasons = new ArrayList<>(before.reasons());
    reasons.add(why);
    var receipt =
        new Receipt(
            now,
            false,
            reasons,
            before.zones(),
            before.localTimes(),
            before.capsUsed(),
            before.ruleSetVersion(),
            now);
    return new Decision.Denied(receipt, List.of(why), now);
  }

  boolean byThePerson(Dial dial, Receipt receipt) {
    return deniedFor(receipt, DenialCode.SUPPRESSED) && facts.silencedByThePerson(dial);
  }

  /// What a denial for good means for a person who was never tried.
  Outcome outcomeOf(Dial dial, Receipt receipt) {
    return byThePerson(dial, receipt) ? Outcome.OPTED_OUT : Outcome.NOT_CALLABLE;
  }

  static boolean deniedFor(Receipt receipt, DenialCode code) {
    return receipt.reasons().stream().anyMatch(reason -> reason.code() == code);
  }

  /// The codes of all denials, the first of them first, such as `SUPPRESSED`.
  static String reasonOf(Receipt receipt) {
    return receipt.reasons().stream()
        .map(Receipt.Reason::code)
        .filter(code -> code != null)
        .map(DenialCode::name)
        .distinct()
        .reduce((a, b) -> a + "," + b)
        .orElse("DENIED");
  }

  /// Calls that the person expects are information; all others are taken as advertising.
  private static CallNature natureOf(CallPurpose purpose) {
    return switch (purpose) {
      case REMINDER, CONFIRM_APPOINTMENT, CONSUMER_CALLBACK -> CallNature.INFORMATIONAL;
      case QUALIFY_LEAD, FOLLOW_UP, DISPATCHER, BOOKING, PROSPECT_INTAKE -> CallNature.MARKETING;
    };
  }
}
