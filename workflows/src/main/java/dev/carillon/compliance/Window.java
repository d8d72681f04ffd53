package dev.carillon.compliance;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Hours of some days of the week on the wall clock: `from` is inside, `to` is outside.
public record Window(
    Set<Weekday> days,
    @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm") LocalTime from,
    @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm") LocalTime to) {

  public Window {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a window needs a day");
    }
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a window begins before it ends");
    }
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  /// The same hours on every day of the week.
  public static Window daily(LocalTime from, LocalTime to) {
    return new Window(EnumSet.allOf(Weekday.class), from, to);
  }

  /// The same hours on `days`.
  public static Window on(Collection<Weekday> days, LocalTime from, LocalTime to) {
    return new Window(EnumSet.copyOf(days), from, to);
  }
}
