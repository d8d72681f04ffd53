package dev.carillon.conversation;

/// What a text asks of the sender's standing with the business.
public enum TextWish {
  /// Never call or text again.
  STOP,
  /// Texts are welcome again.
  START,
  /// Who is this, and how do I end it.
  HELP,
  /// Nothing of the kind: something to answer.
  NONE
}
