package dev.carillon.policy;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.Supplier;

/// Waiting with a limit. `Workflow.await(Duration, …)` leaves its timer running when the condition
/// holds, which wakes the workflow for nothing later (temporalio/sdk-java#3012); this one cancels
/// it.
public final class Waits {
  private Waits() {}

  /// Waits until `condition` holds or the time is over.
  ///
  /// @param summary what Temporal's web UI shows at the timer
  /// @return whether the condition holds
  public static boolean untilOrFor(Duration limit, String summary, Supplier<Boolean> condition) {
    if (condition.get()) {
      return true;
    }
    var timer = new Timer();
    var scope =
        Workflow.newCancellationScope(() -> {
          var promise =
              Workflow.newTimer(limit, TimerOptions.newBuilder().setSummary(summary).build());
          promise.thenApply(nothing -> {
            timer.fired = true;
            return nothing;
          });
        });
    scope.run();
    Workflow.await(() -> timer.fired || condition.get());
    cancelIfRunning(scope, timer);
    return condition.get();
  }

  private static void cancelIfRunning(CancellationScope scope, Timer timer) {
    if (!timer.fired) {
      scope.cancel("the wait is over");
    }
  }

  private static final class Timer {
    private boolean fired;
  }
}
