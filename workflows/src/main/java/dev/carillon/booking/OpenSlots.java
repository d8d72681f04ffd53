package dev.carillon.booking;

import dev.carillon.compliance.Weekday;
import dev.carillon.compliance.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which times are free: inside the hours, outside lunch, away from what is taken. Times lie on the
/// half hour after a window's beginning, on the business's clock; one that its clock skips or shows
/// twice on the day of a change is never offered.
public final class OpenSlots {
  private static final Duration STEP = Duration.ofMinutes(30);
  private static final int DAYS = 28;

  private final OpeningHours opening;
  private final List<Taken> taken;
  private final Instant now;

  public OpenSlots(OpeningHours opening, List<Taken> taken, Instant now) {
    this.opening = opening;
    this.taken = List.copyOf(taken);
    this.now = now;
  }

  /// Beginnings of free times from `from` on, soonest first, within four weeks.
  public List<Instant> from(Instant from, int most) {
    var first = from.isBefore(now) ? now : from;
    var day = first.atZone(opening.zone()).toLocalDate();
    var found = new ArrayList<Instant>();
    for (var n = 0; n < DAYS && found.size() < most; n++) {
      for (var begin : on(day.plusDays(n))) {
        if (found.size() < most && !begin.isBefore(first)) {
          found.add(begin);
        }
      }
    }
    return List.copyOf(found);
  }

  /// Whether an appointment may begin at this moment.
  public boolean free(Instant begin) {
    return on(begin.atZone(opening.zone()).toLocalDate()).contains(begin);
  }

  private List<Instant> on(LocalDate day) {
    var weekday = Weekday.of(day.getDayOfWeek());
    return opening.hours().stream()
        .filter(window -> window.days().contains(weekday))
        .flatMap(window -> within(day, window).stream())
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private List<Instant> within(LocalDate day, Window window) {
    var found = new ArrayList<Instant>();
    var last = day.atTime(window.to()).minus(opening.length());
    for (var at = day.atTime(window.from()); !at.isAfter(last); at = at.plus(STEP)) {
      if (outsideLunch(at) && exact(at)) {
        var begin = at.atZone(opening.zone()).toInstant();
        if (!begin.isBefore(now.plus(opening.notice())) && isFree(begin)) {
          found.add(begin);
        }
      }
    }
    return found;
  }

  private boolean outsideLunch(LocalDateTime at) {
    var lunch = opening.lunch();
    if (lunch == null) {
      return true;
    }
    LocalTime begin = at.toLocalTime();
    LocalTime end = at.plus(opening.length()).toLocalTime();
    return !begin.isBefore(lunch.to()) || !end.isAfter(lunch.from());
  }

  private boolean exact(LocalDateTime at) {
    return opening.zone().getRules().getValidOffsets(at).size() == 1;
  }

  private boolean isFree(Instant begin) {
    var end = begin.plus(opening.length());
    return taken.stream().noneMatch(stretch -> stretch.meets(begin, end, opening.buffer()));
  }
}
