package dev.carillon.bridge.cascade;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/// Voices limit how often they may be told to speak at once (Deepgram: 20 times a minute). The
/// first sentence of an answer is only hurried while there is room.
final class FlushBudget {
  private static final int ROOM = 12;
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final LongSupplier nanos;
  private final Deque<Long> flushes = new ArrayDeque<>();

  FlushBudget(LongSupplier nanos) {
    this.nanos = nanos;
  }

  boolean mayHurry() {
    long now = nanos.getAsLong();
    while (!flushes.isEmpty() && now - flushes.element() > MINUTE_NANOS) {
      flushes.remove();
    }
    return flushes.size() < ROOM;
  }

  void used() {
    flushes.add(nanos.getAsLong());
  }
}
