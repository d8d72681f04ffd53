package dev.carillon.bridge.playout;

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
    long least = marks == 0 ? 0 : lags[0];
    for (int i = 1; i < WINDOW && i < marks; i++) {
      least = Math.min(least, lags[i]);
    }
    return least;
  }

  private long elapsed() {
    return start + (clock.nanos() - startNanos) / 1_000 * SpokenItem.BYTES_PER_MS / 1_000;
  }
}
