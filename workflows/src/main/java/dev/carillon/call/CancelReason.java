package dev.carillon.call;

/// Why a call is to be ended from outside.
public enum CancelReason {
  OPERATOR,
  CAMPAIGN_CANCELLED,
  /// The person asked by another channel not to be called.
  OPTED_OUT,
  SUPPRESSED
}
