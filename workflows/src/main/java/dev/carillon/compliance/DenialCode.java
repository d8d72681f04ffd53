package dev.carillon.compliance;

/// Why a rule denies a call. Names are stable: they reach the API as `code` and `outcomeReason`.
public enum DenialCode {
  DESTINATION_NOT_ALLOWED(false),
  CARRIER_NOT_LIVE(false),
  NOT_A_TEST_NUMBER(false),
  SUPPRESSED(false),
  LIVE_CALL(true),
  CAMPAIGN_PAUSED(true),
  ATTEMPTS_USED(false),
  BUDGET_USED(false),
  PRICE_UNKNOWN(true),
  CONSENT_MISSING(false),
  TIME_ZONE_RULES_OUTDATED(true),
  ZONE_UNKNOWN(false),
  OUTSIDE_WINDOW(true),
  OUTSIDE_CAMPAIGN_WINDOW(true),
  CAMPAIGN_OVER(false);

  private final boolean passes;

  DenialCode(boolean passes) {
    this.passes = passes;
  }

  /// Whether it goes away by waiting.
  boolean passes() {
    return passes;
  }
}
