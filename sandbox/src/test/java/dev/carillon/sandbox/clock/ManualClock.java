package dev.carillon.sandbox.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/// A world whose time passes when a test says so.
public final class ManualClock implements WorldClock {
  private final PriorityQueue<Due> waiting =
      new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::order));
  private long nanos;
  private long order;

  /// Lets this much time pass; what is due on the way happens at its moment.
  public void advance(Duration time) {
    long until = nanos + time.toNanos();
    for (Due due = waiting.peek(); due != null && due.nanos <= until; due = waiting.peek()) {
      waiting.remove();
      nanos = due.nanos;
      due.action.run();
    }
    nanos = until;
  }

  @Override
  public Instant now() {
    return Instant.parse("2026-03-02T15:00:00Z").plusNanos(nanos);
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Alarm after(Duration delay, Runnable action) {
    Due due = new Due(nanos + Math.max(0, delay.toNanos()), order++, action);
    waiting.add(due);
    return () -> waiting.remove(due);
  }

  @Override
  public void execute(Runnable action) {
    var _ = after(Duration.ZERO, action);
  }

  @Override
  public <T> T ask(Supplier<T> question) {
    return question.get();
  }

  private record Due(long nanos, long order, Runnable action) {}
}
