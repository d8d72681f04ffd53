package dev.carillon.bridge.cascade;

import dev.carillon.bridge.playout.CallClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Something that is to come piece by piece, the first as soon as every next one. One timer serves
/// all pieces: nothing is scheduled per piece.
final class Expectation {
  private final CallClock clock;
  private final long limitNanos;
  private final Runnable late;
  private CallClock.@Nullable Alarm alarm;
  private long last;

  /// @param late runs once when nothing came for so long
  Expectation(CallClock clock, Duration limit, Runnable late) {
    this.clock = clock;
    this.limitNanos = limit.toNanos();
    this.late = late;
  }

  /// It is owed from now on.
  void begins() {
    over();
    last = clock.nanos();
    arm(limitNanos);
  }

  /// A piece came.
  void came() {
    last = clock.nanos();
  }

  /// Nothing is owed.
  void over() {
    if (alarm != null) {
      alarm.cancel();
      alarm = null;
    }
  }

  private void arm(long nanos) {
    alarm = clock.after(Duration.ofNanos(nanos), this::due);
  }

  private void due() {
    alarm = null;
    long left = last + limitNanos - clock.nanos();
    if (left > 0) {
      arm(left);
    } else {
      late.run();
    }
  }
}
