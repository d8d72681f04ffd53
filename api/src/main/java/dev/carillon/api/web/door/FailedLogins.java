package dev.carillon.api.web.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/// Counts wrong tokens at the login page, so that nobody can try many.
final class FailedLogins {
  private static final int MOST = 10;
  private static final Duration WITHIN = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Deque<Instant> recent = new ArrayDeque<>();

  FailedLogins(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void add() {
    recent.addLast(clock.instant());
  }

  synchronized boolean tooMany() {
    var horizon = clock.instant().minus(WITHIN);
    while (!recent.isEmpty() && recent.getFirst().isBefore(horizon)) {
      recent.removeFirst();
    }
    return recent.size() >= MOST;
  }
}
