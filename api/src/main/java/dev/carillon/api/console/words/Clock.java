package dev.carillon.api.console.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Moments in words, seen from `now` in the zone of the business.
public record Clock(Instant now, ZoneId home) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
  private static final DateTimeFormatter PRECISE =
      DateTimeFormatter.ofPattern("h:mm:ss a", Locale.US);
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.US);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM", Locale.US);
  private static final DateTimeFormatter FULL_DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.US);
  private static final DateTimeFormatter SHORT_DATE =
      DateTimeFormatter.ofPattern("d MMM", Locale.US);
  private static final int A_WEEK = 7;
  private static final int A_YEAR = 300;
  private static final int JUST_NOW = 45;

  /// `today 2:05 pm`, `tomorrow 9:00 am`, `Friday 9:00 am`, `Mon 3 Aug 9:00 am`.
  public String when(Instant moment) {
    return when(moment, home);
  }

  /// As [#when], on the wall clock of `zone`, naming its city: `tomorrow 9:00 am, New York`.
  public String whenIn(Instant moment, ZoneId zone) {
    return when(moment, zone) + ", " + city(zone);
  }

  /// `just now`, `4 min ago`, `2 h ago`; from yesterday on as [#when].
  public String ago(Instant moment) {
    var passed = Duration.between(moment, now);
    if (passed.isNegative() || passed.toHours() >= 12) {
      return when(moment);
    }
    if (passed.toSeconds() < JUST_NOW) {
      return "just now";
    }
    return passed.toMinutes() < 60
        ? Math.max(1, passed.toMinutes()) + " min ago"
        : passed.toHours() + " h ago";
  }

  /// The time of day alone: `2:05 pm`.
  public String time(Instant moment) {
    return lower(TIME.format(moment.atZone(home)));
  }

  /// The time of day with its seconds.
  public String precise(Instant moment) {
    return lower(PRECISE.format(moment.atZone(home)));
  }

  /// The day alone: `today`, `tomorrow`, `Friday`, `Mon 3 Aug`, `3 Aug 2025`.
  public String day(Instant moment) {
    return day(moment.atZone(home));
  }

  /// The date of today: `3 Aug`.
  public String date() {
    return SHORT_DATE.format(now.atZone(home));
  }

  /// `0:42`, `12:05`, `1:02:03`.
  public static String length(Duration duration) {
    long hours = duration.toHours();
    return hours == 0
        ? String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart())
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", hours, duration.toMinutesPart(), duration.toSecondsPart());
  }

  /// `America/New_York` as `New York`.
  public static String city(ZoneId zone) {
    var id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  private String when(Instant moment, ZoneId zone) {
    var local = moment.atZone(zone);
    return day(local) + " " + lower(TIME.format(local));
  }

  private String day(ZonedDateTime local) {
    var today = now.atZone(local.getZone()).toLocalDate();
    long days = ChronoUnit.DAYS.between(today, local.toLocalDate());
    if (days == 0) {
      return "today";
    }
    if (days == 1) {
      return "tomorrow";
    }
    if (days == -1) {
      return "yesterday";
    }
    if (days > 0 && days < A_WEEK) {
      return WEEKDAY.format(local);
    }
    return Math.abs(days) < A_YEAR ? DATE.format(local) : FULL_DATE.format(local);
  }

  private static String lower(String time) {
    return time.toLowerCase(Locale.ROOT);
  }
}
