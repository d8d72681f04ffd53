package dev.carillon.sandbox.ai.realtime;

import dev.carillon.sandbox.clock.WorldClock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a session stands on.
///
/// @param clock the thread on which all of a session happens
/// @param work where hearing and speaking are done
/// @param thinking the shortest time before an answer begins
public record Stage(
    WorldClock clock,
    Executor work,
    Senses senses,
    RandomGenerator chance,
    Notes notes,
    Duration thinking) {
  private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

  /// Does a task elsewhere and takes its result, or what stands for it when it fails, on the
  /// session's thread.
  public <T> void elsewhere(Supplier<T> task, Supplier<T> otherwise, Consumer<T> then) {
    work.execute(() -> {
      T result;
      try {
        result = task.get();
      } catch (IllegalStateException e) {
        LOG.atError().setCause(e).log("hearing or speaking failed");
        result = otherwise.get();
      }
      T taken = result;
      clock.execute(() -> then.accept(taken));
    });
  }

  /// The same, with notes of its own.
  public Stage noting(Notes own) {
    return new Stage(clock, work, senses, chance, own, thinking);
  }
}
