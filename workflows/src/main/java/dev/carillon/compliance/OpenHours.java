package dev.carillon.compliance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/// Windows of the wall clock turned into instants, date by date, so that changes of the clock come
/// out right.
final class OpenHours {
  /// How far ahead a next moment is looked for.
  static final Duration HORIZON = Duration.ofDays(14);

  private final List<Window> windows;
  private final Requirement.Margin margin;

  OpenHours(List<Window> windows, Requirement.Margin margin) {
    this.windows = windows;
    this.margin = margin;
  }

  boolean openAt(Instant moment, ZoneId zone) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    return spans(zone, day.minusDays(1), day.plusDays(1)).stream().anyMatch(s -> s.holds(moment));
  }

  /// All open spans that touch the `HORIZON` after `from`, clear of the margin.
  List<Span> spans(ZoneId zone, Instant from) {
    LocalDate first = from.atZone(zone).toLocalDate().minusDays(1);
    return spans(zone, first, first.plusDays(HORIZON.toDays() + 2));
  }

  private List<Span> spans(ZoneId zone, LocalDate first, LocalDate last) {
    var spans = new ArrayList<Span>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      for (Window window : windows) {
        if (window.days().contains(Weekday.of(day.getDayOfWeek()))) {
          Instant start = begin(day.atTime(window.from()), zone);
          spans.add(new Span(start, end(day.atTime(window.to()), zone)));
        }
      }
    }
    return Span.merged(spans).stream()
        .map(s -> new Span(s.start().plus(margin.afterStart()), s.end().minus(margin.beforeEnd())))
        .filter(s -> s.start().isBefore(s.end()))
        .toList();
  }

  // Where the clock shows a time twice, a window begins at the second and ends at the first; where
  // it skips one, both happen at the jump.
  private static Instant begin(LocalDateTime time, ZoneId zone) {
    var change = zone.getRules().getTransition(time);
    return change != null && change.isGap()
        ? change.getInstant()
        : ZonedDateTime.of(time, zone).withLaterOffsetAtOverlap().toInstant();
  }

  private static Instant end(LocalDateTime time, ZoneId zone) {
    var change = zone.getRules().getTransition(time);
    return change != null && change.isGap()
        ? change.getInstant()
        : ZonedDateTime.of(time, zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
