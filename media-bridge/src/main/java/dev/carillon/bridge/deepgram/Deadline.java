package dev.carillon.bridge.deepgram;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Does something when it has been waited for in vain; one wait at a time, on one event loop.
final class Deadline {
  private final EventLoop loop;
  private final Runnable missed;
  private @Nullable ScheduledFuture<?> waiting;

  Deadline(EventLoop loop, Runnable missed) {
    this.loop = loop;
    this.missed = missed;
  }

  /// Waits from now on, and no longer for what was waited for before.
  void in(long millis) {
    cancel();
    waiting = loop.schedule(missed, millis, TimeUnit.MILLISECONDS);
  }

  void cancel() {
    if (waiting != null) {
      waiting.cancel(false);
      waiting = null;
    }
  }
}
