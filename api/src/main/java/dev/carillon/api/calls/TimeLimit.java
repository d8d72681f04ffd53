package dev.carillon.api.calls;

import dev.carillon.api.web.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks workflows and other outside systems, and answers 503 when they take too long or fail: a
/// request is never held for as long as they like.
public final class TimeLimit implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TimeLimit.class);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// The answer, within ten seconds.
  ///
  /// @param what is asked for, for the log
  public <T> T ask(String what, Callable<T> question) {
    var answer = threads.submit(question);
    try {
      return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      log.atWarn().setCause(e.getCause()).addKeyValue("what", what).log("no answer");
    } catch (TimeoutException _) {
      log.atWarn().addKeyValue("what", what).log("no answer in time");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      answer.cancel(true);
    }
    throw ProblemException.unavailable("What it needs does not answer right now.");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
