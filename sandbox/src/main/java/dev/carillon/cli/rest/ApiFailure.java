package dev.carillon.cli.rest;

/// A request that was refused or not answered. The message is one line for a person.
public final class ApiFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  ApiFailure(int status, String message) {
    super(message);
    this.status = status;
  }

  ApiFailure(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  /// Whether nobody answered at all, as while a part is being started again.
  public boolean unanswered() {
    return status == 0 || status == 502 || status == 503;
  }
}
