package dev.carillon.sandbox.clock;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The world's thread on a Netty event loop, the same that reads and writes the media sockets.
public final class EventLoopClock implements WorldClock {
  private static final Logger LOG = LoggerFactory.getLogger(EventLoopClock.class);
  private static final long PATIENCE_SECONDS = 10;

  private final EventLoop loop;
  private final InstantSource instants;

  public EventLoopClock(EventLoop loop, InstantSource instants) {
    this.loop = loop;
    this.instants = instants;
  }

  @Override
  public Instant now() {
    return instants.instant();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Alarm after(Duration delay, Runnable action) {
    if (loop.isShuttingDown()) {
      return () -> {};
    }
    Future<?> scheduled =
        loop.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS)
            .addListener(EventLoopClock::report);
    return () -> scheduled.cancel(false);
  }

  @Override
  public void execute(Runnable action) {
    if (!loop.isShuttingDown()) {
      loop.submit(action).addListener(EventLoopClock::report);
    }
  }

  @Override
  public <T> T ask(Supplier<T> question) {
    if (loop.inEventLoop()) {
      return question.get();
    }
    Future<T> answer = loop.submit(question::get);
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the world", e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the world's thread did not answer", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException("the world's thread failed", e);
    }
  }

  /// One broken call does not stop the time of all others, but it does not go unnoticed.
  private static void report(Future<?> done) {
    if (!done.isSuccess() && !done.isCancelled()) {
      LOG.atError().setCause(done.cause()).log("an action on the world's thread failed");
    }
  }
}
