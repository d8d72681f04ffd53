package dev.carillon.bridge.playout;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Time that passes when a test says so; what is due happens in order.
public final class ManualClock implements CallClock {
  private record Due(long at, long order, Runnable task) {}

  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
  private long now;
  private long order;

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public Alarm after(Duration delay, Runnable task) {
    var entry = new Due(now + delay.toNanos(), order++, task);
    due.add(entry);
    return () -> due.remove(entry);
  }

  public void advance(Duration by) {
    long until = now + by.toNanos();
    while (!due.isEmpty() && due.element().at() <= until) {
      var next = due.remove();
      now = Math.max(now, next.at());
      next.task().run();
    }
    now = until;
  }

  public void advanceMillis(long millis) {
    advance(Duration.ofMillis(millis));
  }
}
