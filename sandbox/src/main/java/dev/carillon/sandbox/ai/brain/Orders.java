package dev.carillon.sandbox.ai.brain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the instructions that are given for one response, and texts that are put into the
/// conversation: a model does what they say, a stand-in looks for the few things that are usual.
final class Orders {
  private static final Pattern VERBATIM =
      Pattern.compile(
          "\\bsay exactly\\b[^:\\n]*[:\\n]\\s*(?:[^\\n]*\\n)?\"?(.+?)\"?\\s*$",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern MACHINE =
      Pattern.compile(
          "voice ?mail|answering machine|leave (a|the|this|your) message|after the (beep|tone)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONDITION =
      Pattern.compile("\\b(if|when|whenever|unless|should)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCES = Pattern.compile("[.!?\\n]+");

  private Orders() {}

  /// The words that are to be said as they stand.
  static Optional<String> verbatim(String order) {
    Matcher matcher = VERBATIM.matcher(order);
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  /// The intent of the sentence that is asked for.
  static Optional<String> intent(String order) {
    String plain = order.toLowerCase(Locale.ROOT);
    if (plain.contains("goodbye")) {
      return Optional.of("goodbye");
    }
    if (plain.contains("patience") || plain.contains("moment of")) {
      return Optional.of("moment");
    }
    if (plain.contains("they are there") || plain.contains("still there")) {
      return Optional.of("still_there");
    }
    if (plain.contains("apologise") || plain.contains("something went wrong")) {
      return Optional.of("trouble");
    }
    return Optional.empty();
  }

  /// Whether a sentence says, without a condition, that a machine is on the line.
  static boolean speaksOfMachine(String text) {
    return Arrays.stream(SENTENCES.split(text))
        .anyMatch(
            sentence -> MACHINE.matcher(sentence).find() && !CONDITION.matcher(sentence).find());
  }
}
