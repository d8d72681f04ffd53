package dev.carillon.bridge.playout;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A beat of its own, from one alarm to the next.
final class AlarmBeat implements CallClock.Beat {
  private final CallClock clock;
  private final Duration every;
  private final Runnable task;
  private CallClock.@Nullable Alarm next;

  AlarmBeat(CallClock clock, Duration every, Runnable task) {
    this.clock = clock;
    this.every = every;
    this.task = task;
  }

  @Override
  public void on() {
    if (next == null) {
      next = clock.after(every, this::due);
    }
  }

  @Override
  public void off() {
    if (next != null) {
      next.cancel();
      next = null;
    }
  }

  private void due() {
    next = null;
    on();
    task.run();
  }
}
