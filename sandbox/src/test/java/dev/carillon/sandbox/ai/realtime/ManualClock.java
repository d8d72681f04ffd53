package dev.carillon.sandbox.ai.realtime;

import dev.carillon.sandbox.clock.WorldClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/// Time that passes only when it is told to.
final class ManualClock implements WorldClock {
  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
  private Instant now = Instant.parse("2026-05-04T16:00:00Z");
  private long numbers;

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long nanos() {
    return now.toEpochMilli() * 1_000_000;
  }

  @Override
  public Alarm after(Duration delay, Runnable action) {
    Due entry = new Due(now.plus(delay), numbers++, action);
    due.add(entry);
    return () -> due.remove(entry);
  }

  @Override
  public void execute(Runnable action) {
    after(Duration.ZERO, action);
  }

  @Override
  public <T> T ask(Supplier<T> question) {
    return question.get();
  }

  void pass(Duration time) {
    Instant end = now.plus(time);
    while (!due.isEmpty() && !due.element().at.isAfter(end)) {
      Due next = due.remove();
      now = next.at;
      next.action.run();
    }
    now = end;
  }

  private record Due(Instant at, long number, Runnable action) {}
}
