package dev.carillon.booking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.compliance.Weekday;
import dev.carillon.compliance.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenSlotsTest {
  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
  private static final Window WEEKDAYS =
      Window.on(EnumSet.range(Weekday.MON, Weekday.FRI), LocalTime.of(9, 0), LocalTime.of(17, 0));
  private static final OpeningHours.Break LUNCH =
      new OpeningHours.Break(LocalTime.of(12, 0), LocalTime.of(13, 0));

  /// A Tuesday.
  private static final Instant NOW = at("2026-06-02T08:00");

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  private static OpeningHours hours(Duration buffer) {
    return new OpeningHours(
        ZONE, List.of(WEEKDAYS), LUNCH, Duration.ofHours(1), buffer, Duration.ofHours(1));
  }

  private static OpenSlots slots(Taken... taken) {
    return new OpenSlots(hours(Duration.ZERO), List.of(taken), NOW);
  }

  @Test
  void timesAreOfferedSoonestFirstInsideTheHours() {
    assertThat(slots().from(NOW, 3))
        .containsExactly(at("2026-06-02T09:00"), at("2026-06-02T09:30"), at("2026-06-02T10:00"));
  }

  @Test
  void nothingReachesIntoLunch() {
    assertThat(slots().free(at("2026-06-02T11:00"))).isTrue();
    assertThat(slots().free(at("2026-06-02T11:30"))).isFalse();
    assertThat(slots().free(at("2026-06-02T12:00"))).isFalse();
    assertThat(slots().free(at("2026-06-02T13:00"))).isTrue();
  }

  @Test
  void theLastAppointmentEndsWhenTheBusinessCloses() {
    assertThat(slots().free(at("2026-06-02T16:00"))).isTrue();
    assertThat(slots().free(at("2026-06-02T16:30"))).isFalse();
  }

  @Test
  void theWeekendIsSkipped() {
    assertThat(slots().from(at("2026-06-05T16:30"), 1)).containsExactly(at("2026-06-08T09:00"));
  }

  @Test
  void whatIsTakenIsNotOffered() {
    var taken = new Taken(at("2026-06-02T10:00"), at("2026-06-02T11:00"));

    assertThat(slots(taken).from(NOW, 2))
        .containsExactly(at("2026-06-02T09:00"), at("2026-06-02T11:00"));
  }

  @Test
  void aBufferIsKeptAroundWhatIsTaken() {
    var taken = new Taken(at("2026-06-02T10:00"), at("2026-06-02T11:00"));
    var slots = new OpenSlots(hours(Duration.ofMinutes(30)), List.of(taken), NOW);

    assertThat(slots.free(at("2026-06-02T09:00"))).isFalse();
    assertThat(slots.free(at("2026-06-02T11:00"))).isFalse();
    assertThat(slots.free(at("2026-06-02T13:00"))).isTrue();
  }

  @Test
  void nobodyIsBookedWithinTheHour() {
    var late = new OpenSlots(hours(Duration.ZERO), List.of(), at("2026-06-02T09:15"));

    assertThat(late.free(at("2026-06-02T10:00"))).isFalse();
    assertThat(late.from(at("2026-06-02T09:15"), 1)).containsExactly(at("2026-06-02T10:30"));
  }

  @Test
  void aTimeBetweenTheOfferedOnesIsNotFree() {
    assertThat(slots().free(at("2026-06-02T09:10"))).isFalse();
  }

  @Test
  void anHourThatTheClockSkipsOrShowsTwiceIsNeverOffered() {
    var nights =
        new OpeningHours(
            ZONE,
            List.of(Window.daily(LocalTime.of(1, 0), LocalTime.of(4, 0))),
            null,
            Duration.ofMinutes(30),
            Duration.ZERO,
            Duration.ZERO);
    var spring = new OpenSlots(nights, List.of(), at("2026-03-07T12:00"));
    var autumn = new OpenSlots(nights, List.of(), at("2026-10-31T12:00"));

    assertThat(spring.from(at("2026-03-08T00:00"), 3))
        .containsExactly(at("2026-03-08T01:00"), at("2026-03-08T01:30"), at("2026-03-08T03:00"));
    assertThat(autumn.from(at("2026-11-01T00:00"), 1)).containsExactly(at("2026-11-01T02:00"));
  }
}
