package dev.carillon.bridge.playout;

import java.util.Arrays;

/// Where the playback stands at the other end, in bytes.
///
/// The clock since the first byte of a stretch of speech says how far the carrier can be at most;
/// it is what sending is paced by, so that a slow network only makes the carrier's buffer fuller.
/// What comes back as a mark tells how far behind that the carrier really is. A single mark may
/// itself be late, so the smallest lag of the last few counts.
final class PlayClock {
  private static final int WINDOW = 4;

  private final CallClock clock;
  private final long[] lags = new long[WINDOW];
  private long start;
  private long startNanos;
  private int marks;

  PlayClock(CallClock clock) {
    this.clock = clock;
    this.startNanos = clock.nanos();
  }

  /// A stretch of speech begins to be played at `position` now.
  void begin(long position) {
    start = position;
    startNanos = clock.nanos();
    marks = 0;
  }

  /// How far the carrier can be at most.
  long atMost(long sent) {
    return Math.min(sent, elapsed());
  }

  /// How far it is, as far as is known.
  long position(long sent) {
    return Math.clamp(elapsed() - lag(), Math.min(start, sent), sent);
  }

  /// The carrier says that it has played up to `position`.
  void reached(long position) {
    lags[marks % WINDOW] = Math.max(0, elapsed() - position);
    marks++;
  }

  private long lag() {
    if (marks == 0) {
      return 0;
    }
    return Arrays.stream(lags, 0, Math.min(marks, WINDOW)).min().orElse(0);
  }

  private long elapsed() {
    return start + (clock.nanos() - startNanos) / 1_000 * SpokenItem.BYTES_PER_MS / 1_000;
  }
}
