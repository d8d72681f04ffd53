package dev.carillon.bridge.http;

import dev.carillon.bridge.playout.CallClock;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One ticking for all calls of an event loop, so that a call whose speech waits for its turn needs
/// no timer of its own.
final class LoopBeats implements Runnable {
  private static final long EVERY_MS = 20;

  private final EventLoop loop;
  private final List<Beat> on = new ArrayList<>();
  private @Nullable Beat running;
  private boolean ticking;

  LoopBeats(EventLoop loop) {
    this.loop = loop;
  }

  CallClock.Beat beat(Runnable task) {
    return new Beat(task);
  }

  /// One tick. Whose task breaks is switched off; the others go on.
  @Override
  public void run() {
    ticking = false;
    try {
      // From the end: a task may switch itself off.
      for (int i = on.size() - 1; i >= 0; i--) {
        if (i < on.size()) {
          running = on.get(i);
          on.get(i).task.run();
        }
      }
      running = null;
    } finally {
      if (running != null) {
        running.off();
        running = null;
      }
      tick();
    }
  }

  private void tick() {
    if (!ticking && !on.isEmpty()) {
      ticking = true;
      loop.schedule(this, EVERY_MS, TimeUnit.MILLISECONDS);
    }
  }

  private final class Beat implements CallClock.Beat {
    private final Runnable task;
    private boolean beating;

    Beat(Runnable task) {
      this.task = task;
    }

    @Override
    public void on() {
      if (!beating) {
        beating = true;
        on.add(this);
        tick();
      }
    }

    @Override
    public void off() {
      if (beating) {
        beating = false;
        on.remove(this);
      }
    }
  }
}
