package dev.carillon.worker;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Counts the activities that are under way and worth waiting for: all but the pump and the sweep,
/// which end only with the worker and go on in the next one.
final class Underway extends WorkerInterceptorBase {
  private static final Set<String> ENDLESS = Set.of("DialPump_run", "CarrierSweep_run");

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int count;
  private long changes;

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      // Of this execution; the thread has a context only further in.
      private String type = "";

      @Override
      public void init(ActivityExecutionContext context) {
        type = context.getInfo().getActivityType();
        super.init(context);
      }

      @Override
      public ActivityOutput execute(ActivityInput input) {
        begun(type);
        try {
          return super.execute(input);
        } finally {
          ended(type);
        }
      }
    };
  }

  void begun(String activityType) {
    change(activityType, 1);
  }

  void ended(String activityType) {
    change(activityType, -1);
  }

  private void change(String activityType, int by) {
    if (ENDLESS.contains(activityType)) {
      return;
    }
    lock.lock();
    try {
      count += by;
      changes++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until none has been under way for `quiet`: what the server has handed over may not have
  /// begun yet. False when some still are after `atMost`.
  boolean awaitNone(Duration quiet, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    long calm = quiet.toNanos();
    lock.lock();
    try {
      while (left > 0 && (count > 0 || calm > 0)) {
        long seen = changes;
        long step = count > 0 ? left : Math.min(calm, left);
        long waited = step - changed.awaitNanos(step);
        left -= waited;
        calm = count > 0 || changes != seen ? quiet.toNanos() : calm - waited;
      }
      return count == 0;
    } finally {
      lock.unlock();
    }
  }
}
