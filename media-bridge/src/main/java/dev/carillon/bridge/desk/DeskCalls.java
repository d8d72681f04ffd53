package dev.carillon.bridge.desk;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Asks the call's workflow off the event loop and brings the answer back to it.
public final class DeskCalls {

  /// One question to the workflow.
  public interface Question<T> {
    T put(CallDesk desk) throws DeskFailure;
  }

  private final CallDesk desk;
  private final Executor loop;
  private final Executor workers;

  /// @param workers runs each task on a virtual thread of its own
  public DeskCalls(CallDesk desk, Executor loop, Executor workers) {
    this.desk = desk;
    this.loop = loop;
    this.workers = workers;
  }

  /// Puts the question; exactly one of the two is told, on the event loop.
  public <T> void ask(
      Question<T> question, Consumer<T> answered, Consumer<DeskFailure.Kind> failed) {
    workers.execute(() -> {
      try {
        T answer = question.put(desk);
        loop.execute(() -> answered.accept(answer));
      } catch (DeskFailure e) {
        loop.execute(() -> failed.accept(e.kind()));
      }
    });
  }

  /// Runs something that blocks, then goes on on the event loop.
  public void run(Runnable blocking, Runnable then) {
    workers.execute(() -> {
      blocking.run();
      loop.execute(then);
    });
  }
}
