package dev.carillon.sandbox.speech;

/// Which of the two sides of a call is listened to.
public enum Speaker {
  /// Whoever holds the phone.
  PERSON,
  /// The voice AI.
  ASSISTANT
}
