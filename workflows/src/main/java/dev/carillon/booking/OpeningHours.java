package dev.carillon.booking;

import dev.carillon.compliance.Window;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a business takes appointments, and how long one is.
///
/// @param hours on the business's clock; empty: it takes none
/// @param lunch nobody is seen then
/// @param length of one appointment
/// @param buffer kept free before and after each
/// @param notice the least time from now to an appointment
public record OpeningHours(
    ZoneId zone,
    List<Window> hours,
    @Nullable Break lunch,
    Duration length,
    Duration buffer,
    Duration notice) {

  public OpeningHours {
    hours = List.copyOf(hours);
    if (!length.isPositive()) {
      throw new IllegalArgumentException("an appointment has a length");
    }
    if (buffer.isNegative() || notice.isNegative()) {
      throw new IllegalArgumentException("buffer and notice are not negative");
    }
  }

  /// A part of every day: `from` is inside, `to` is outside.
  public record Break(LocalTime from, LocalTime to) {
    public Break {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("a break begins before it ends");
      }
    }
  }
}
