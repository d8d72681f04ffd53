package dev.carillon.sandbox.speech;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The few platform threads on which speech is made and understood, so that work of tens of
/// milliseconds never holds up an audio clock. Synthesisers and recognisers are single-threaded:
/// each thread has its own, made when it is first needed.
final class SpeechThreads implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final ExecutorService threads;

  SpeechThreads(int count, String name) {
    threads =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
  }

  /// The result of work done on one of the threads; waits for it.
  <T> T await(Callable<T> work) {
    Future<T> future = threads.submit(work);
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while speech was worked on", e);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new IllegalStateException("speech was not worked on in time", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("speech could not be worked on", e.getCause());
    }
  }

  /// One object for each of the threads.
  static <T> ThreadLocal<T> perThread(Supplier<T> maker) {
    return ThreadLocal.withInitial(maker);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
