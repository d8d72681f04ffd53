package dev.carillon.api.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ClockTest {
  // A Tuesday, one in the afternoon in New York.
  private final Clock clock =
      new Clock(Instant.parse("2026-06-02T17:00:00Z"), ZoneId.of("America/New_York"));

  @Test
  void aMomentIsNamedByTheDayOfTheBusiness() {
    assertThat(clock.when(Instant.parse("2026-06-03T03:30:00Z"))).isEqualTo("today 11:30 pm");
    assertThat(clock.when(Instant.parse("2026-06-03T13:00:00Z"))).isEqualTo("tomorrow 9:00 am");
    assertThat(clock.when(Instant.parse("2026-06-01T13:00:00Z"))).isEqualTo("yesterday 9:00 am");
    assertThat(clock.when(Instant.parse("2026-06-05T13:00:00Z"))).isEqualTo("Friday 9:00 am");
    assertThat(clock.when(Instant.parse("2026-08-03T13:00:00Z"))).isEqualTo("Mon 3 Aug 9:00 am");
    assertThat(clock.when(Instant.parse("2024-08-03T13:00:00Z"))).isEqualTo("3 Aug 2024 9:00 am");
  }

  @Test
  void theNextCallIsNamedByThePersonsOwnClock() {
    var nine = Instant.parse("2026-06-03T16:00:00Z");

    assertThat(clock.whenIn(nine, ZoneId.of("America/Los_Angeles")))
        .isEqualTo("tomorrow 9:00 am, Los Angeles");
  }

  @Test
  void whatHasJustHappenedIsNamedByItsAge() {
    assertThat(clock.ago(clock.now().minusSeconds(20))).isEqualTo("just now");
    assertThat(clock.ago(clock.now().minusSeconds(300))).isEqualTo("5 min ago");
    assertThat(clock.ago(clock.now().minus(Duration.ofHours(3)))).isEqualTo("3 h ago");
    assertThat(clock.ago(clock.now().minus(Duration.ofHours(20)))).isEqualTo("yesterday 5:00 pm");
  }

  @Test
  void lengthsAreWrittenAsAtAPlayer() {
    assertThat(Clock.length(Duration.ofSeconds(42))).isEqualTo("0:42");
    assertThat(Clock.length(Duration.ofSeconds(725))).isEqualTo("12:05");
    assertThat(Clock.length(Duration.ofSeconds(3_723))).isEqualTo("1:02:03");
  }
}
