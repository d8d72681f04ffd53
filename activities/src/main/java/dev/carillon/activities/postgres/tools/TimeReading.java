package dev.carillon.activities.postgres.tools;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/// What a model's text for a moment means to somebody in a zone. With an offset it is exact;
/// without one it is the time on the person's clock.
sealed interface TimeReading {

  /// One moment.
  record Clear(Instant moment) implements TimeReading {}

  /// No moment, or more than one; `why` tells the model what to do about it.
  record Unclear(String why) implements TimeReading {}

  /// Reads ISO 8601: `2026-06-02T15:30:00-04:00` or `2026-06-02T15:30`.
  static TimeReading of(String text, ZoneId zone) {
    var iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
    try {
      return switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
          iso, OffsetDateTime::from, LocalDateTime::from)) {
        case OffsetDateTime exact -> new Clear(exact.toInstant());
        case LocalDateTime local -> onTheClock(local, zone);
        case Object other -> throw new IllegalStateException("read as " + other.getClass());
      };
    } catch (DateTimeException _) {
      return new Unclear(isDate(iso) ? "at what hour? Ask, and give both" : "give " + wanted(zone));
    }
  }

  private static TimeReading onTheClock(LocalDateTime local, ZoneId zone) {
    var offsets = zone.getRules().getValidOffsets(local);
    if (offsets.size() == 1) {
      return new Clear(local.toInstant(offsets.getFirst()));
    }
    if (offsets.isEmpty()) {
      return new Unclear(
          "the clocks of %s skip that hour on that day; ask for another one".formatted(zone));
    }
    return new Unclear(
        "the clocks of %s show that hour twice on that day; add the offset, %s"
            .formatted(
                zone, offsets.stream().map(Object::toString).collect(Collectors.joining(" or "))));
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static String wanted(ZoneId zone) {
    return "the date and the time in %s with the offset that holds there, such as 2026-03-04T15:00:00%s"
        .formatted(zone, LocalDateTime.of(2026, 3, 4, 15, 0).atZone(zone).getOffset());
  }
}
