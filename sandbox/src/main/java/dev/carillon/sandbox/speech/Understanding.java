package dev.carillon.sandbox.speech;

import java.util.List;

/// What was understood of a stretch of speech.
///
/// @param text as it would be written; empty when nothing was understood
/// @param phrases in the order in which they were said
public record Understanding(String text, List<Phrase> phrases) {
  /// Something was said, but not in words that are known.
  public static final Understanding NOTHING = new Understanding("", List.of());

  public Understanding {
    phrases = List.copyOf(phrases);
  }

  /// The intents, in the order in which they were said.
  public List<String> intents() {
    return phrases.stream().map(Phrase::intent).toList();
  }
}
