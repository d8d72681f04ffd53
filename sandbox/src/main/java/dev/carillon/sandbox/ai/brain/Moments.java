package dev.carillon.sandbox.ai.brain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the moment that a sentence such as "next tuesday at half past three" speaks of.
final class Moments {
  private static final List<String> HOURS =
      List.of(
          "twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven");
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b");
  private static final Pattern TIME =
      Pattern.compile(
          "\\b(half past|quarter past|quarter to)? ?(\\d{1,2}|"
              + String.join("|", HOURS)
              + ")"
              + "(?::(\\d{2})| (fifteen|twenty|thirty|forty five|forty|fifty))?"
              + " ?(a\\.? ?m|p\\.? ?m|in the morning|in the afternoon)?\\b");
  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("h:mm a", Locale.US);
  private static final int FIRST_HOUR = 8;

  private Moments() {}

  /// The moment, seen from `now`; empty when no time of day is named. Hours before eight are taken
  /// for the afternoon unless the sentence says otherwise.
  static Optional<OffsetDateTime> in(String sentence, ZonedDateTime now) {
    String text = sentence.toLowerCase(Locale.ROOT);
    Matcher time = TIME.matcher(text);
    boolean noon = text.contains("noon") && !text.contains("afternoon");
    if (!noon && !time.find()) {
      return Optional.empty();
    }
    LocalTime at = noon ? LocalTime.NOON : timeOf(time);
    ZonedDateTime moment = dayOf(text, now).atTime(at).atZone(now.getZone());
    if (!moment.isAfter(now)) {
      moment = moment.plusDays(1);
    }
    return Optional.of(moment.truncatedTo(ChronoUnit.MINUTES).toOffsetDateTime());
  }

  /// The moment as it is said on the clock of `now`, such as "tomorrow at 10:00 AM"; empty when it
  /// is not within a week, or at a minute that nobody would name.
  static Optional<Said> inWords(OffsetDateTime moment, ZonedDateTime now) {
    ZonedDateTime there = moment.atZoneSameInstant(now.getZone());
    long days = ChronoUnit.DAYS.between(now.toLocalDate(), there.toLocalDate());
    boolean round = there.getMinute() % 10 == 0 || there.getMinute() % 15 == 0;
    if (days < 0 || days > 7 || !round) {
      return Optional.empty();
    }
    String weekday = there.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.US);
    String day =
        switch ((int) days) {
          case 0 -> "today";
          case 1 -> "tomorrow";
          case 7 -> "next " + weekday;
          default -> weekday;
        };
    return Optional.of(new Said(day, TIME_OF_DAY.format(there)));
  }

  /// A day and a time of day, for the slots of a phrase.
  record Said(String day, String time) {
    String in(String phrase) {
      return phrase.replace("{day}", day).replace("{time}", time);
    }
  }

  private static LocalDate dayOf(String text, ZonedDateTime now) {
    Matcher day = DAY.matcher(text);
    LocalDate today = now.toLocalDate();
    if (!day.find()) {
      return today;
    }
    return switch (day.group(1)) {
      case "today" -> today;
      case "tomorrow" -> today.plusDays(1);
      default ->
          today.with(
              TemporalAdjusters.next(DayOfWeek.valueOf(day.group(1).toUpperCase(Locale.ROOT))));
    };
  }

  private static LocalTime timeOf(Matcher time) {
    String hourWord = time.group(2);
    int hour =
        Character.isDigit(hourWord.charAt(0))
            ? Integer.parseInt(hourWord) % 24
            : HOURS.indexOf(hourWord);
    String half = time.group(5);
    boolean afternoon =
        half == null ? hour < FIRST_HOUR : half.startsWith("p") || half.endsWith("afternoon");
    LocalTime whole = LocalTime.of(hour < 12 && afternoon ? hour + 12 : hour, 0);
    return whole.plusMinutes(minutes(time));
  }

  private static int minutes(Matcher time) {
    String before = time.group(1) == null ? "" : time.group(1);
    if (!before.isEmpty()) {
      return before.equals("half past") ? 30 : before.equals("quarter past") ? 15 : -15;
    }
    if (time.group(3) != null) {
      return Math.min(59, Integer.parseInt(time.group(3)));
    }
    String word = time.group(4) == null ? "" : time.group(4);
    return switch (word) {
      case "fifteen" -> 15;
      case "twenty" -> 20;
      case "thirty" -> 30;
      case "forty" -> 40;
      case "forty five" -> 45;
      case "fifty" -> 50;
      default -> 0;
    };
  }
}
