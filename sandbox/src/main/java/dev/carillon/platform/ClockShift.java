package dev.carillon.platform;

import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.process.StartFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Map;

/// Makes one offset of `CARILLON_CLOCK`, so that all parts, also those started again later, have
/// the same time.
final class ClockShift {
  private static final String NAME = "CARILLON_CLOCK";

  private ClockShift() {}

  /// The environment in which an instant to start from has become the offset that leads there.
  ///
  /// @throws StartFailure when it is neither an instant nor an offset
  static Environment settled(Environment given, InstantSource clock) {
    return given
        .get(NAME)
        .map(shift -> given.with(Map.of(NAME, offset(shift, clock).toString())))
        .orElse(given);
  }

  private static Duration offset(String shift, InstantSource clock) {
    try {
      return shift.startsWith("P") || shift.startsWith("-P")
          ? Duration.parse(shift)
          : Duration.between(clock.instant(), Instant.parse(shift));
    } catch (DateTimeParseException e) {
      throw new StartFailure(
          NAME + " is '" + shift + "': it must be an offset such as PT-9H, or an instant", e);
    }
  }
}
