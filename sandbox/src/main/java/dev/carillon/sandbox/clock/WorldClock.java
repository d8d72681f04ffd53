package dev.carillon.sandbox.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// The thread that owns every call and person, and the time they live in. Actions run one after
/// another and must not block.
public interface WorldClock {
  /// The time of day.
  Instant now();

  /// Monotonic nanoseconds, for measuring how long something took.
  long nanos();

  /// Runs `action` once after `delay`, on the world's thread. May be called from any thread.
  Alarm after(Duration delay, Runnable action);

  /// Runs `action` soon, on the world's thread. May be called from any thread.
  void execute(Runnable action);

  /// The answer to `question`, asked on the world's thread; waits for it unless called from there.
  /// What `question` throws is thrown here.
  <T> T ask(Supplier<T> question);

  /// Something that will happen unless it is cancelled.
  @FunctionalInterface
  interface Alarm {
    /// Forgets the action. Harmless when it has run.
    void cancel();
  }
}
