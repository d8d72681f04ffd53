package dev.carillon.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.process.StartFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClockShiftTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-06-02T12:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    "2026-06-02T15:30:00Z, PT3H30M",
    "2026-06-02T09:00:00-07:00, PT4H",
    "2026-06-01T12:00:00Z, PT-24H",
    "PT-9H, PT-9H",
    "-PT9H, PT-9H"
  })
  void everyPartGetsOneOffset(String given, String settled) {
    assertThat(ClockShift.settled(clock(given), NOON).get("CARILLON_CLOCK")).contains(settled);
  }

  @Test
  void withoutAShiftNothingIsSet() {
    assertThat(ClockShift.settled(new Environment(Map.of()), NOON).has("CARILLON_CLOCK")).isFalse();
  }

  @Test
  void whatIsNeitherIsSaidInOneLine() {
    assertThatThrownBy(() -> ClockShift.settled(clock("yesterday"), NOON))
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            "CARILLON_CLOCK is 'yesterday': it must be an offset such as PT-9H, or an instant");
  }

  private static Environment clock(String shift) {
    return new Environment(Map.of("CARILLON_CLOCK", shift));
  }
}
