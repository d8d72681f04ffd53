package dev.carillon.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final Backoff backoff = new Backoff();

  @Test
  void doublesFromHalfASecondToTen() {
    var waits = Stream.generate(() -> backoff.after(SHORT).toMillis()).limit(7).toList();

    assertThat(waits).containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 10_000L, 10_000L);
  }

  @Test
  void beginsAnewAfterAStableMinute() {
    backoff.after(SHORT);
    backoff.after(SHORT);

    assertThat(backoff.after(Duration.ofMinutes(1))).isEqualTo(Backoff.FIRST);
    assertThat(backoff.after(SHORT)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void takesAlmostAMinuteAsUnstable() {
    backoff.after(SHORT);

    assertThat(backoff.after(Duration.ofMillis(59_999))).isEqualTo(Duration.ofSeconds(1));
  }
}
