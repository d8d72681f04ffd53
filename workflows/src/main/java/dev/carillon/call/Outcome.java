package dev.carillon.call;

/// What came of a journey (exactly one) or of a call.
public enum Outcome {
  GOAL_ACHIEVED,
  DECLINED,
  RESCHEDULE_REQUESTED,
  CALLBACK_REQUESTED,
  /// Asked by the person, in a call, by text or by key.
  OPTED_OUT,
  WRONG_NUMBER,
  ESCALATED,
  MESSAGE_LEFT,
  TALKED,
  NOT_REACHED,
  /// Nobody may call this person: suppressed by somebody else, or the rules never allow it.
  NOT_CALLABLE,
  CANCELLED,
  FAILED
}
