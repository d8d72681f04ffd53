package dev.carillon.sandbox.carrier.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.sandbox.clock.ManualClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class FrameClockTest {
  private final ManualClock time = new ManualClock();
  private final FrameClock frames = new FrameClock(time);
  private final AtomicInteger count = new AtomicInteger();

  @Test
  void aMinuteHasThreeThousandFrames() {
    frames.add(count::incrementAndGet);

    time.advance(Duration.ofMinutes(1));

    assertThat(count).hasValue(3_000);
  }

  @Test
  void lateFramesAreMadeUpFor() {
    frames.add(count::incrementAndGet);
    var _ = time.after(Duration.ofMillis(100), () -> time.advance(Duration.ofMillis(300)));

    time.advance(Duration.ofSeconds(1));

    assertThat(count.get()).isBetween(49, 65);
  }

  @Test
  void whoLeavesGetsNoMoreFrames() {
    Runnable step = count::incrementAndGet;
    frames.add(step);
    time.advance(Duration.ofMillis(100));
    frames.remove(step);

    time.advance(Duration.ofMillis(100));

    assertThat(count).hasValue(5);
  }
}
