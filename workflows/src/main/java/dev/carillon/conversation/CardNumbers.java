package dev.carillon.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides the numbers of payment cards in what was said, typed or heard: as many digits as a
/// network's cards have, in figures or in words, however they are grouped, that pass the cards' own
/// check (Luhn). The last four stay, so that people can tell which card was meant.
public final class CardNumbers {
  private static final int LEFT = 4;

  /// How long a card's number may be, by its first digit.
  private static final Map<Character, List<Integer>> LENGTHS =
      Map.of(
          '2', List.of(16),
          '3', List.of(15, 14, 16),
          '4', List.of(16, 19, 13),
          '5', List.of(16),
          '6', List.of(16, 19));

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("oh", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9));
  private static final String DIGIT =
      "(?:\\d|\\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\\b)";
  private static final Pattern RUN =
      Pattern.compile(DIGIT + "(?:[\\s,.;:_-]{0,3}" + DIGIT + ")+", Pattern.CASE_INSENSITIVE);
  private static final Pattern ONE = Pattern.compile(DIGIT, Pattern.CASE_INSENSITIVE);

  private CardNumbers() {}

  /// `text` with every card number in it hidden.
  public static String hidden(String text) {
    var run = RUN.matcher(text);
    var shown = new StringBuilder();
    while (run.find()) {
      run.appendReplacement(shown, Matcher.quoteReplacement(masked(run.group())));
    }
    return run.appendTail(shown).toString();
  }

  /// A run of digits may hold more than the card's: a date before it, a code behind it.
  private static String masked(String run) {
    var digits = new StringBuilder();
    var starts = new int[run.length()];
    var ends = new int[run.length()];
    var one = ONE.matcher(run);
    while (one.find()) {
      starts[digits.length()] = one.start();
      ends[digits.length()] = one.end();
      digits.append(value(one.group()));
    }
    for (int from = 0; from < digits.length(); from++) {
      int length = cardAt(digits, from);
      if (length > 0) {
        int last = from + length - 1;
        return run.substring(0, starts[from])
            + "•••• "
            + digits.substring(last + 1 - LEFT, last + 1)
            + masked(run.substring(ends[last]));
      }
    }
    return run;
  }

  /// The length of the card's number that begins here, or 0.
  private static int cardAt(CharSequence digits, int from) {
    return LENGTHS.getOrDefault(digits.charAt(from), List.of()).stream()
        .filter(length -> from + length <= digits.length())
        .filter(length -> isCard(digits.subSequence(from, from + length).toString()))
        .findFirst()
        .orElse(0);
  }

  private static int value(String digit) {
    return digit.length() == 1
        ? Character.digit(digit.charAt(0), 10)
        : WORDS.getOrDefault(digit.toLowerCase(Locale.ROOT), 0);
  }

  private static boolean isCard(String digits) {
    if (digits.chars().distinct().count() == 1) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
