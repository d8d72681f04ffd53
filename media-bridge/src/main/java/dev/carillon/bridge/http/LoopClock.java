package dev.carillon.bridge.http;

import dev.carillon.bridge.playout.CallClock;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Time on a Netty event loop.
record LoopClock(EventLoop loop, LoopBeats beats) implements CallClock {

  LoopClock(EventLoop loop) {
    this(loop, new LoopBeats(loop));
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Alarm after(Duration delay, Runnable task) {
    var scheduled = loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }

  @Override
  public Beat beat(Runnable task) {
    return beats.beat(task);
  }
}
