package dev.carillon.policy;

/// Names of the task queues. A slow model must not hold up dialling, so each kind of work has its
/// own.
public final class TaskQueues {
  /// Workflows and the activities on our own database.
  public static final String CALLS = "calls";

  /// Requests that place or end calls.
  public static final String TELEPHONY = "telephony";

  /// The pump and the sweep: long, few.
  public static final String ADMISSION = "admission";

  /// Models and other slow outside systems.
  public static final String AFTER_CALL = "after-call";

  private TaskQueues() {}
}
