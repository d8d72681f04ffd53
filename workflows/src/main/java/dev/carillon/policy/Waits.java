package dev.carillon.policy;

import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
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
    var timers = new ArrayList<Promise<Void>>(1);
    var scope =
        Workflow.newCancellationScope(() ->
            timers.add(
                Workflow.newTimer(limit, TimerOptions.newBuilder().setSummary(summary).build())));
    scope.run();
    var timer = timers.getFirst();
    Workflow.await(() -> timer.isCompleted() || condition.get());
    if (!timer.isCompleted()) {
      scope.cancel("the wait is over");
    }
    return condition.get();
  }
}
