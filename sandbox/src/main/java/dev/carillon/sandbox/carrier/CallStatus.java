package dev.carillon.sandbox.carrier;

import java.util.Locale;

/// A call's status, as the carrier names it. Above IN_PROGRESS nothing follows.
public enum CallStatus {
  QUEUED,
  RINGING,
  IN_PROGRESS,
  COMPLETED,
  BUSY,
  FAILED,
  NO_ANSWER,
  CANCELED;

  /// Its name on the wire, such as `no-answer`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The SIP response that goes with an end.
  String sipCode() {
    return switch (this) {
      case BUSY -> "486";
      case FAILED -> "404";
      case NO_ANSWER, CANCELED -> "487";
      default -> "200";
    };
  }
}
