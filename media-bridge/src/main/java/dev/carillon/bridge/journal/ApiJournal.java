package dev.carillon.bridge.journal;

import dev.carillon.call.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The journal of one stream: a queue that one virtual thread empties in batches. Events wait a
/// moment for more of them, lines do not: what this process has not handed on when it is killed is
/// missing where another bridge goes on. While api is away the queue grows; then events give way,
/// lines never.
final class ApiJournal implements Journal {
  private static final int BATCH = 20;
  private static final int LARGEST_BATCH = 200;
  private static final int MOST_EVENTS = 2_000;
  private static final long FIRST_PAUSE_MS = 100;
  private static final long LONGEST_PAUSE_MS = 3_000;

  /// One entry as it goes over the wire.
  sealed interface Entry {
    record Line(TranscriptLine line) implements Entry {}

    record Event(String name, Instant at, Map<String, Object> detail) implements Entry {}
  }

  /// Delivers a batch; false when it has to be tried again.
  interface Delivery {
    boolean deliver(UUID tenantId, UUID callId, List<Entry> batch) throws InterruptedException;
  }

  private final UUID tenantId;
  private final UUID callId;
  private final InstantSource now;
  private final Duration eventsWait;
  private final Delivery delivery;
  private final Runnable emptied;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Entry> spool = new ArrayDeque<>();
  private int waiters;
  private int linesSpooled;
  private boolean closed;

  /// @param eventsWait how long events may wait for more of them
  /// @param emptied told when the journal is closed and all of it delivered
  ApiJournal(
      UUID tenantId,
      UUID callId,
      InstantSource now,
      Duration eventsWait,
      Delivery delivery,
      Runnable emptied) {
    this.tenantId = tenantId;
    this.callId = callId;
    this.now = now;
    this.eventsWait = eventsWait;
    this.delivery = delivery;
    this.emptied = emptied;
  }

  @Override
  public void line(TranscriptLine line) {
    add(new Entry.Line(line));
  }

  @Override
  public void event(String name, Map<String, Object> detail) {
    add(new Entry.Event(name, now.instant(), Map.copyOf(detail)));
  }

  @Override
  public boolean awaitDelivered(Duration atMost) {
    long left = atMost.toNanos();
    lock.lock();
    try {
      waiters++;
      changed.signalAll();
      while (!spool.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return spool.isEmpty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiters--;
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Delivers until the journal is closed and empty.
  void run() {
    try {
      long pause = FIRST_PAUSE_MS;
      for (var batch = nextBatch(); !batch.isEmpty(); batch = nextBatch()) {
        if (delivery.deliver(tenantId, callId, batch)) {
          remove(batch.size());
          pause = FIRST_PAUSE_MS;
        } else {
          rest(pause);
          pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      emptied.run();
    }
  }

  private void add(Entry entry) {
    lock.lock();
    try {
      if (entry instanceof Entry.Line || spool.size() < MOST_EVENTS) {
        spool.add(entry);
        linesSpooled += entry instanceof Entry.Line ? 1 : 0;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits for entries, then a moment for more of them unless one is a line; empty when there will
  /// be none.
  private List<Entry> nextBatch() throws InterruptedException {
    lock.lock();
    try {
      while (spool.isEmpty() && !closed) {
        changed.await();
      }
      long left = eventsWait.toNanos();
      while (mayGrow() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return new ArrayList<>(spool.stream().limit(LARGEST_BATCH).toList());
    } finally {
      lock.unlock();
    }
  }

  private boolean mayGrow() {
    return linesSpooled == 0 && !spool.isEmpty() && spool.size() < BATCH && waiters == 0 && !closed;
  }

  private void remove(int count) {
    lock.lock();
    try {
      for (int i = 0; i < count; i++) {
        linesSpooled -= spool.remove() instanceof Entry.Line ? 1 : 0;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void rest(long millis) throws InterruptedException {
    long left = TimeUnit.MILLISECONDS.toNanos(millis);
    lock.lock();
    try {
      while (left > 0) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }
}
