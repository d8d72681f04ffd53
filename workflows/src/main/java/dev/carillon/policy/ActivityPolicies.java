package dev.carillon.policy;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;

/// How long each kind of activity may take and how it is repeated: one table, nowhere else.
public enum ActivityPolicies {
  /// Our own database: quick, repeated until it works.
  BOOKS(TaskQueues.CALLS, Duration.ofSeconds(15), Duration.ofMillis(200), Duration.ofSeconds(5), 0),
  /// In a call a person is waiting: a few tries, then the caller is told that it did not work.
  IN_CALL(
      TaskQueues.CALLS, Duration.ofSeconds(8), Duration.ofMillis(100), Duration.ofSeconds(1), 4),
  /// Placing and ending calls. The fence lets one request through, however often this is repeated;
  /// the HTTP time-out is 10 s.
  TELEPHONY(
      TaskQueues.TELEPHONY,
      Duration.ofSeconds(30),
      Duration.ofMillis(500),
      Duration.ofSeconds(5),
      0),
  /// The carrier in the middle of a talk: a few quick tries.
  TELEPHONY_IN_CALL(
      TaskQueues.TELEPHONY,
      Duration.ofSeconds(6),
      Duration.ofMillis(200),
      Duration.ofSeconds(1),
      3),
  /// Waiting for a transcript that is on its way.
  TRANSCRIPT(
      TaskQueues.CALLS, Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofSeconds(1), 12),
  /// A model that may be slow or away: some tries over about a minute, then it is done without.
  MODEL(
      TaskQueues.AFTER_CALL,
      Duration.ofSeconds(40),
      Duration.ofSeconds(1),
      Duration.ofSeconds(15),
      4),
  /// A model that answers a text: somebody waits for it, but not on the phone.
  TEXT_MODEL(
      TaskQueues.AFTER_CALL,
      Duration.ofSeconds(40),
      Duration.ofMillis(500),
      Duration.ofSeconds(5),
      4),
  /// Outside systems that people expect to be written to in the end.
  OUTSIDE(
      TaskQueues.AFTER_CALL,
      Duration.ofSeconds(40),
      Duration.ofSeconds(1),
      Duration.ofMinutes(5),
      30),
  /// A webhook of somebody else's: tried for three days, as Standard Webhooks advises.
  WEBHOOK(
      TaskQueues.AFTER_CALL,
      Duration.ofSeconds(20),
      Duration.ofSeconds(1),
      Duration.ofHours(1),
      84),
  /// What somebody was promised: for three days, then it is taken back.
  PROMISE(
      TaskQueues.AFTER_CALL,
      Duration.ofSeconds(20),
      Duration.ofSeconds(1),
      Duration.ofMinutes(15),
      300);

  private final String queue;
  private final Duration startToClose;
  private final Duration firstPause;
  private final Duration longestPause;
  private final int attempts;

  ActivityPolicies(
      String queue,
      Duration startToClose,
      Duration firstPause,
      Duration longestPause,
      int attempts) {
    this.queue = queue;
    this.startToClose = startToClose;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
    this.attempts = attempts;
  }

  /// A stub with this policy. Its summaries in Temporal's web UI are the activity's name.
  public <T> T stub(Class<T> port) {
    return Workflow.newActivityStub(port, options());
  }

  private ActivityOptions options() {
    return ActivityOptions.newBuilder()
        .setTaskQueue(queue)
        .setStartToCloseTimeout(startToClose)
        .setRetryOptions(
            RetryOptions.newBuilder()
                .setInitialInterval(firstPause)
                .setMaximumInterval(longestPause)
                .setMaximumAttempts(attempts)
                .build())
        .build();
  }

  /// A stub for the long, heart-beating activities of a carrier account: a dead worker is noticed
  /// after five seconds.
  public static <T> T longRunning(Class<T> port) {
    return Workflow.newActivityStub(
        port,
        ActivityOptions.newBuilder()
            .setTaskQueue(TaskQueues.ADMISSION)
            .setStartToCloseTimeout(Duration.ofMinutes(15))
            .setHeartbeatTimeout(Duration.ofSeconds(5))
            .setRetryOptions(
                RetryOptions.newBuilder()
                    .setInitialInterval(Duration.ofMillis(300))
                    .setMaximumInterval(Duration.ofSeconds(5))
                    .build())
            .build());
  }

  /// A stub for reading a list from an outside system page by page: minutes for a long one, tried
  /// for hours; a dead worker is noticed after two minutes.
  public static <T> T list(Class<T> port) {
    return Workflow.newActivityStub(
        port,
        ActivityOptions.newBuilder()
            .setTaskQueue(TaskQueues.AFTER_CALL)
            .setStartToCloseTimeout(Duration.ofMinutes(30))
            .setHeartbeatTimeout(Duration.ofMinutes(2))
            .setRetryOptions(
                RetryOptions.newBuilder()
                    .setInitialInterval(Duration.ofSeconds(1))
                    .setMaximumInterval(Duration.ofMinutes(5))
                    .setMaximumAttempts(30)
                    .build())
            .build());
  }
}
