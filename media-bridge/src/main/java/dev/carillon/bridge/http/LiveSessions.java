package dev.carillon.bridge.http;

import dev.carillon.bridge.session.MediaSession;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The sessions that are open, and whether new ones are taken. Any thread.
final class LiveSessions {
  private final Map<MediaSession, EventLoop> sessions = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition fewer = lock.newCondition();
  private volatile boolean draining;

  void opened(MediaSession session, EventLoop loop) {
    sessions.put(session, loop);
  }

  void closed(MediaSession session) {
    sessions.remove(session);
    lock.lock();
    try {
      fewer.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int count() {
    return sessions.size();
  }

  boolean draining() {
    return draining;
  }

  /// Takes no new session and waits for the open ones; after `patience` they are told to go, and
  /// have `grace` to do so.
  void drain(Duration patience, Duration grace) throws InterruptedException {
    draining = true;
    if (!awaitNone(patience)) {
      sessions.forEach((session, loop) -> loop.execute(session::drain));
      awaitNone(grace);
    }
  }

  private boolean awaitNone(Duration atMost) throws InterruptedException {
    long left = TimeUnit.MILLISECONDS.toNanos(atMost.toMillis());
    lock.lock();
    try {
      while (!sessions.isEmpty() && left > 0) {
        left = fewer.awaitNanos(left);
      }
      return sessions.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
