package dev.carillon.bridge;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Set;

/// The platform's clock as `CARILLON_CLOCK` wants it: an offset such as `PT-9H`, or an instant to
/// start from. Only with a provider on this machine: real people live in real time.
final class ShiftedClock {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  private ShiftedClock() {}

  static InstantSource of(String shift, URI provider) {
    if (shift.isBlank()) {
      return InstantSource.system();
    }
    if (provider.getHost() == null || !LOOPBACK.contains(provider.getHost())) {
      throw new IllegalArgumentException("CARILLON_CLOCK is for providers on loopback only");
    }
    var offset = offset(shift.strip(), InstantSource.system());
    return () -> InstantSource.system().instant().plus(offset);
  }

  private static Duration offset(String shift, InstantSource real) {
    try {
      return shift.contains("T") && !shift.startsWith("P") && !shift.startsWith("-P")
          ? Duration.between(real.instant(), Instant.parse(shift))
          : Duration.parse(shift);
    } catch (DateTimeParseException _) {
      throw new IllegalArgumentException("CARILLON_CLOCK is neither an offset nor an instant");
    }
  }
}
