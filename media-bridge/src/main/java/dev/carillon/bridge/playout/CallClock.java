package dev.carillon.bridge.playout;

import java.time.Duration;

/// Time as one call's event loop has it.
public interface CallClock {

  /// Nanoseconds of a clock that only goes forward.
  long nanos();

  /// Runs `task` on the event loop after `delay`.
  Alarm after(Duration delay, Runnable task);

  /// Something that will happen unless it is cancelled.
  public interface Alarm {
    /// Does nothing when it has happened already.
    void cancel();
  }
}
