package dev.carillon.sandbox.carrier.media;

import dev.carillon.sandbox.clock.WorldClock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The 20 ms of all calls. A frame that comes late is made up for, so that a call's audio never
/// drifts from time; after more than a second's stall the machine slept, and it goes on from there.
public final class FrameClock {
  private static final long FRAME_NANOS = 20_000_000;
  private static final int MOST_BEHIND = 50;

  private final WorldClock clock;
  private final Set<Runnable> steps = new LinkedHashSet<>();
  private long zero;
  private long done;
  private boolean ticking;

  public FrameClock(WorldClock clock) {
    this.clock = clock;
  }

  /// Runs `step` once a frame from now on.
  public void add(Runnable step) {
    steps.add(step);
    if (!ticking) {
      ticking = true;
      zero = clock.nanos();
      done = 0;
      schedule();
    }
  }

  /// Stops running `step`.
  public void remove(Runnable step) {
    steps.remove(step);
  }

  private void schedule() {
    long due = zero + (done + 1) * FRAME_NANOS - clock.nanos();
    clock.after(Duration.ofNanos(Math.max(0, due)), this::tick);
  }

  private void tick() {
    if (steps.isEmpty()) {
      ticking = false;
      return;
    }
    long due = (clock.nanos() - zero) / FRAME_NANOS;
    if (due - done > MOST_BEHIND) {
      zero += (due - done - 1) * FRAME_NANOS;
      due = done + 1;
    }
    try {
      while (done < due) {
        done++;
        List.copyOf(steps).forEach(this::step);
      }
    } finally {
      schedule();
    }
  }

  private void step(Runnable step) {
    if (steps.contains(step)) {
      step.run();
    }
  }
}
