package dev.carillon.bridge.http;

import io.netty.channel.EventLoop;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// How late an event loop does what it was to do: it is asked to do nothing every 50 ms. One pause
/// of the process makes one answer late; only a loop that is late again and again has too many
/// calls, so the third worst of the last sixteen answers counts.
final class LoopLag implements Runnable {
  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int WINDOW = 16;
  private static final int WORSE_ONES = 2;

  private final EventLoop loop;
  private final long[] late = new long[WINDOW];
  private final long[] sorted = new long[WINDOW];
  private final AtomicLong lagNanos = new AtomicLong();
  private int at;
  private long dueNanos;

  LoopLag(EventLoop loop) {
    this.loop = loop;
  }

  /// Begins to ask.
  void start() {
    askAgain();
  }

  /// How late the loop is. Any thread.
  long millis() {
    return TimeUnit.NANOSECONDS.toMillis(lagNanos.get());
  }

  @Override
  public void run() {
    note(System.nanoTime() - dueNanos);
    askAgain();
  }

  /// Takes one answer into account.
  void note(long lateNanos) {
    late[at] = Math.max(0, lateNanos);
    at = (at + 1) % WINDOW;
    System.arraycopy(late, 0, sorted, 0, WINDOW);
    Arrays.sort(sorted);
    lagNanos.set(sorted[WINDOW - 1 - WORSE_ONES]);
  }

  private void askAgain() {
    if (!loop.isShuttingDown()) {
      dueNanos = System.nanoTime() + EVERY_NANOS;
      loop.schedule(this, EVERY_NANOS, TimeUnit.NANOSECONDS);
    }
  }
}
