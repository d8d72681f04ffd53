package dev.carillon.temporal;

/// A call's workflow gave no answer: it is not there, or Temporal or its workers are away.
public final class CallNotReached extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean absent;

  CallNotReached(boolean absent, Throwable cause) {
    super(absent ? "the call has no workflow in progress" : "the call's workflow is away", cause);
    this.absent = absent;
  }

  /// Whether there is no such workflow: not yet, or no longer.
  public boolean absent() {
    return absent;
  }
}
