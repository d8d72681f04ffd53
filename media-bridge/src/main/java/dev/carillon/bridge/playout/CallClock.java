package dev.carillon.bridge.playout;

import java.time.Duration;

/// Time as one call's event loop has it.
public interface CallClock {
  /// The length of the smallest piece that the carrier is given.
  Duration STEP = Duration.ofMillis(60);

  /// Nanoseconds of a clock that only goes forward.
  long nanos();

  /// Runs `task` on the event loop after `delay`.
  Alarm after(Duration delay, Runnable task);

  /// Something that is done on the event loop every [#STEP] at the latest while it is switched on.
  /// It is made once per call; switching it allocates nothing where calls share a ticking.
  default Beat beat(Runnable task) {
    return new AlarmBeat(this, STEP, task);
  }

  /// Switched on and off from the event loop; either may be repeated.
  interface Beat {
    void on();

    void off();
  }

  /// Something that will happen unless it is cancelled.
  public interface Alarm {
    /// Does nothing when it has happened already.
    void cancel();
  }
}
