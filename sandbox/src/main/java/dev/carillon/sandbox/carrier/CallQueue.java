package dev.carillon.sandbox.carrier;

import dev.carillon.sandbox.clock.WorldClock;
import java.time.Duration;

/// Lets calls go at the account's calls per second, evenly spaced and in the order they came.
final class CallQueue {
  private final WorldClock clock;
  private final long gapNanos;
  private long nextTurn = Long.MIN_VALUE;

  CallQueue(WorldClock clock, double callsPerSecond) {
    this.clock = clock;
    this.gapNanos = Math.round(1e9 / callsPerSecond);
  }

  void enter(Runnable action) {
    long now = clock.nanos();
    long turn = nextTurn == Long.MIN_VALUE ? now : Math.max(now, nextTurn);
    nextTurn = turn + gapNanos;
    clock.after(Duration.ofNanos(turn - now), action);
  }
}
