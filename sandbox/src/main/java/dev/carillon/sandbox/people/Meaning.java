package dev.carillon.sandbox.people;

import java.util.List;
import java.util.Locale;

/// What a person makes of the words they heard. Only what was understood counts: an empty or
/// garbled text is OTHER.
enum Meaning {
  GOODBYE,
  HAND_OVER,
  SAY_AGAIN,
  STILL_THERE,
  DONE,
  WAIT,
  OTHER;

  /// The first meaning one of whose signs the text holds.
  static Meaning of(String text) {
    String plain = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ") + " ";
    for (Meaning meaning : values()) {
      if (meaning.signs().stream().anyMatch(sign -> plain.contains(" " + sign + " "))) {
        return meaning;
      }
    }
    return OTHER;
  }

  private List<String> signs() {
    return switch (this) {
      case GOODBYE ->
          List.of("goodbye", "good bye", "bye bye", "nice day", "great day", "take care");
      case HAND_OVER -> List.of("pass you on", "transfer you", "put you through", "connect you");
      case SAY_AGAIN ->
          List.of("say it again", "say that again", "not catch", "didn t catch", "not understand");
      case STILL_THERE -> List.of("still there", "are you there", "hear me");
      case DONE -> doneSigns();
      case WAIT ->
          List.of("one moment", "just a moment", "let me check", "let me see", "bear with me");
      case OTHER -> List.of();
    };
  }

  private static List<String> doneSigns() {
    return List.of(
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
        "wrong number");
  }
}
