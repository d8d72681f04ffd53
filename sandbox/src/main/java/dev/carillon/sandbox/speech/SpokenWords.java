package dev.carillon.sandbox.speech;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text as it is spoken: times, dates and numbers become words, abbreviations are spelt.
final class SpokenWords {
  private static final Pattern CLOCK =
      Pattern.compile("\\b(\\d{1,2}):(\\d{2})(?:\\s*([AaPp])\\.?[Mm]\\.?\\b)?");
  private static final Pattern HOUR =
      Pattern.compile("\\b(\\d{1,2})\\s*([AaPp])\\.?[Mm]\\.?(?=\\W|$)");
  private static final Pattern ORDINAL = Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)\\b");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d{5,}");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern INITIALS = Pattern.compile("\\b[A-Z]{2,4}\\b");
  private static final Pattern NOT_WORDS = Pattern.compile("[^a-z' ]+");
  private static final List<String> SMALL =
      List.of(
          "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
              .split(" "));
  private static final List<String> TEENS =
      List.of("fifteen sixteen seventeen eighteen nineteen".split(" "));
  private static final List<String> TENS =
      List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
  private static final List<String> ORDINALS =
      List.of(
          ("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh"
                  + " twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth"
                  + " nineteenth twentieth")
              .split(" "));

  private SpokenWords() {}

  /// The text with everything spelt out; punctuation stays, for the pauses.
  static String of(String text) {
    String spoken = text.replace('’', '\'').replace("&", " and ").replace("—", ", ");
    spoken = INITIALS.matcher(spoken).replaceAll(found -> spelt(found.group()));
    spoken = CLOCK.matcher(spoken).replaceAll(SpokenWords::clock);
    spoken =
        HOUR.matcher(spoken)
            .replaceAll(found -> number(Integer.parseInt(found.group(1))) + half(found.group(2)));
    spoken = ORDINAL.matcher(spoken).replaceAll(found -> ordinal(Integer.parseInt(found.group(1))));
    spoken = LONG_NUMBER.matcher(spoken).replaceAll(found -> digits(found.group()));
    return NUMBER.matcher(spoken).replaceAll(found -> number(Integer.parseInt(found.group())));
  }

  /// The bare words, lower case, one blank between two.
  static String plain(String text) {
    String lower = of(text).toLowerCase(Locale.ROOT).replace('-', ' ');
    return NOT_WORDS.matcher(lower).replaceAll(" ").strip().replaceAll("\\s+", " ");
  }

  private static String clock(MatchResult found) {
    int hour = Integer.parseInt(found.group(1));
    int minute = Integer.parseInt(found.group(2));
    String minutes = "";
    if (minute > 0) {
      minutes = (minute < 10 ? " oh " : " ") + number(minute);
    }
    return number(hour) + minutes + half(found.group(3));
  }

  private static String half(@Nullable String letter) {
    return letter == null ? "" : " " + letter.toLowerCase(Locale.ROOT) + " m";
  }

  private static String spelt(String initials) {
    if (initials.equals("AM") || initials.equals("PM")) {
      return initials;
    }
    return String.join(" ", initials.split(""));
  }

  private static String digits(String number) {
    StringBuilder spoken = new StringBuilder();
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) != '+') {
        spoken.append(SMALL.get(number.charAt(i) - '0')).append(' ');
      }
    }
    return spoken.toString().strip();
  }

  private static String ordinal(int number) {
    if (number < ORDINALS.size()) {
      return ORDINALS.get(number);
    }
    int rest = number % 10;
    String tens = TENS.get(number / 10 - 2);
    return rest == 0
        ? tens.substring(0, tens.length() - 1) + "ieth"
        : tens + " " + ORDINALS.get(rest);
  }

  private static String number(int number) {
    if (number < SMALL.size()) {
      return SMALL.get(number);
    }
    if (number < 20) {
      return TEENS.get(number - 15);
    }
    if (number < 100) {
      String tens = TENS.get(number / 10 - 2);
      return number % 10 == 0 ? tens : tens + " " + SMALL.get(number % 10);
    }
    if (number < 1000) {
      String rest = number % 100 == 0 ? "" : " " + number(number % 100);
      return SMALL.get(number / 100) + " hundred" + rest;
    }
    return number >= 1900 && number < 2100 && number % 1000 >= 10
        ? number(number / 100) + " " + number(number % 100)
        : number(number / 1000)
            + " thousand"
            + (number % 1000 == 0 ? "" : " " + number(number % 1000));
  }
}
