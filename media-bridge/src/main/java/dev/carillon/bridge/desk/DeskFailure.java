package dev.carillon.bridge.desk;

import org.jspecify.annotations.Nullable;

/// The workflow could not be asked, or did not answer in time.
public final class DeskFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /// What went wrong, as far as it decides what to do next.
  public enum Kind {
    NOT_FOUND,
    TIMED_OUT,
    UNAVAILABLE
  }

  private final Kind kind;

  public DeskFailure(Kind kind, @Nullable Throwable cause) {
    super("the call's workflow was not reached: " + kind, cause);
    this.kind = kind;
  }

  /// What went wrong.
  public Kind kind() {
    return kind;
  }
}
