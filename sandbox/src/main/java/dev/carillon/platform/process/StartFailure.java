package dev.carillon.platform.process;

/// The platform cannot start. The message is one line for a person: what is wrong and what to do
/// about it.
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartFailure(String message) {
    super(message);
  }

  public StartFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
