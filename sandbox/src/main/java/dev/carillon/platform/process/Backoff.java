package dev.carillon.platform.process;

import java.time.Duration;

/// How long to wait before a part that died is started again: half a second, doubling up to ten,
/// and half a second again after a minute without a death. For one thread.
final class Backoff {
  static final Duration FIRST = Duration.ofMillis(500);
  static final Duration LONGEST = Duration.ofSeconds(10);
  static final Duration STABLE = Duration.ofMinutes(1);

  private Duration next = FIRST;

  /// The wait after a run that lasted `lived`.
  Duration after(Duration lived) {
    var wait = lived.compareTo(STABLE) >= 0 ? FIRST : next;
    var doubled = wait.multipliedBy(2);
    next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return wait;
  }
}
