package dev.carillon.bridge.session;

import dev.carillon.bridge.playout.CallClock;
import dev.carillon.bridge.talk.SessionState;
import dev.carillon.bridge.talk.Stage;
import java.time.Duration;
import java.util.function.LongConsumer;

/// Notices a line that is half open: the carrier sends fifty frames a second, silence too, and when
/// none come nothing will ever say that it has ended.
final class LineWatch {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final long SUSPECT_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long LOST_NANOS = Duration.ofSeconds(10).toNanos();

  private final CallClock clock;
  private final Stage stage;
  private final LongConsumer suspicious;
  private final Runnable lost;
  private boolean suspect;
  private long lastMediaNanos;

  /// @param suspicious told once per silence how long it is, in milliseconds
  LineWatch(CallClock clock, Stage stage, LongConsumer suspicious, Runnable lost) {
    this.clock = clock;
    this.stage = stage;
    this.suspicious = suspicious;
    this.lost = lost;
    this.lastMediaNanos = clock.nanos();
  }

  /// A frame has come.
  void media() {
    lastMediaNanos = clock.nanos();
  }

  /// Looks from now on in a second, and every second until the call ends.
  void look() {
    clock.after(LOOK_EVERY, this::lookNow);
  }

  private void lookNow() {
    if (stage.is(SessionState.ENDING) || stage.is(SessionState.CLOSED)) {
      return;
    }
    long silent = clock.nanos() - lastMediaNanos;
    if (silent > LOST_NANOS) {
      lost.run();
      return;
    }
    boolean quiet = silent > SUSPECT_NANOS;
    if (quiet && !suspect) {
      suspicious.accept(silent / 1_000_000);
    }
    suspect = quiet;
    look();
  }
}
