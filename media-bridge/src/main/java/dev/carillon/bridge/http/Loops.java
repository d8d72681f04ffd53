package dev.carillon.bridge.http;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What belongs to each event loop: its ticking and its lag. Any thread.
final class Loops {
  private final Map<EventLoop, LoopBeats> beats = new ConcurrentHashMap<>();
  private final Map<EventLoop, LoopLag> lags = new ConcurrentHashMap<>();

  /// Begins to watch the lag of all of them.
  void watch(EventLoopGroup group) {
    for (EventExecutor executor : group) {
      if (executor instanceof EventLoop loop) {
        loop.execute(lag(loop)::start);
      }
    }
  }

  /// Time for a call on this loop.
  LoopClock clock(EventLoop loop) {
    return new LoopClock(loop, beats.computeIfAbsent(loop, LoopBeats::new));
  }

  /// The lag of this loop, watched from now on or not.
  LoopLag lag(EventLoop loop) {
    return lags.computeIfAbsent(loop, LoopLag::new);
  }

  /// How late this loop is, in milliseconds; 0 while nobody watches it.
  long lagMillis(EventLoop loop) {
    var lag = lags.get(loop);
    return lag == null ? 0 : lag.millis();
  }

  /// How late the latest of them is, in milliseconds.
  long worstLagMillis() {
    return lags.values().stream().mapToLong(LoopLag::millis).max().orElse(0);
  }
}
