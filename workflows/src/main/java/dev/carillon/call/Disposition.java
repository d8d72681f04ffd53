package dev.carillon.call;

/// What the line did with one attempt.
public enum Disposition {
  ANSWERED,
  VOICEMAIL,
  NO_ANSWER,
  BUSY,
  FAILED,
  /// The carrier refuses the number; it is not redialled.
  REJECTED,
  CANCELLED,
  /// The calling rules forbade it between admission and dialling; nothing was sent.
  DENIED,
  /// It is not known whether it rang. It counts as an attempt.
  UNKNOWN
}
