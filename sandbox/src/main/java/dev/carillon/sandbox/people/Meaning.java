package dev.carillon.sandbox.people;

import java.util.List;
import java.util.Locale;

/// What a person makes of the words they heard. Only what was understood counts: an empty or
/// garbled text is OTHER.
enum Meaning {
  GOODBYE("goodbye", "good bye", "bye bye", "nice day", "great day", "good day", "take care"),
  HAND_OVER("pass you on", "transfer you", "put you through", "connect you", "transferring you"),
  SAY_AGAIN(
      "say it again", "say that again", "not catch", "didn t catch", "repeat", "not understand"),
  STILL_THERE("still there", "are you there", "hear me"),
  DONE(
      "confirmed",
      "see you",
      "noted",
      "not call you",
      "never call",
      "number off",
      "removed",
      "call you back",
      "rescheduled",
      "been moved",
      "cancelled",
      "canceled",
      "thank you for telling",
      "thanks for letting",
      "thank you for letting",
      "have told",
      "get back to you",
      "booked",
      "all set",
      "in touch",
      "wrong number"),
  WAIT("one moment", "just a moment", "let me check", "let me see", "just a second", "bear with me", "hold on"),
  OTHER();

  private final List<String> signs;

  Meaning(String... signs) {
    this.signs = List.of(signs);
  }

  /// The first meaning one of whose signs the text holds.
  static Meaning of(String text) {
    String plain = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ") + " ";
    for (Meaning meaning : values()) {
      if (meaning.signs.stream().anyMatch(sign -> plain.contains(" " + sign + " "))) {
        return meaning;
      }
    }
    return OTHER;
  }
}
