package dev.carillon.api.console.words;

/// What the calling rules are about, in a word or two.
final class RuleNames {
  private RuleNames() {}

  static String of(String ruleId) {
    return switch (ruleId) {
      case "PLATFORM-DESTINATION" -> "Country and kind of number";
      case "PLATFORM-TRIAL-GUARD" -> "Who may be dialled from here";
      case "US-CONSENT-INFORMATIONAL", "US-CONSENT-MARKETING" -> "Consent";
      case "US-INTERNAL-DNC" -> "Don’t-call list";
      case "PLATFORM-ONE-LIVE-CALL" -> "One call at a time";
      case "PLATFORM-CAMPAIGN-ATTEMPTS" -> "Attempts left";
      case "PLATFORM-CAMPAIGN-END" -> "Campaign still open";
      case "PLATFORM-ZONE-RULES" -> "Current time zones";
      case "US-ZONE-KNOWN" -> "Known time zone";
      case "US-TCPA-HOURS", "CA-CRTC-HOURS" -> "Lawful hours";
      case "PLATFORM-CAMPAIGN-HOURS" -> "Campaign's hours";
      default -> Words.sentence(ruleId.replace('-', ' '));
    };
  }
}
