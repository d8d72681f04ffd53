package dev.carillon.policy;

/// An outside system did not do what was asked. Made in one place per provider; the worker turns it
/// into Temporal's failure.
public final class ProviderFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String provider;
  private final String code;

  /// What can be concluded.
  public enum Kind {
    /// Refused for good: repeating it changes nothing.
    REJECTED,
    /// Nothing was done; it may be repeated.
    UNAVAILABLE,
    /// It may have been done.
    UNKNOWN
  }

  /// @param code the provider's error code or HTTP status; never a value that belongs to a person
  public ProviderFailure(Kind kind, String provider, String code) {
    super(provider + " " + kind + " " + code);
    this.kind = kind;
    this.provider = provider;
    this.code = code;
  }

  public Kind kind() {
    return kind;
  }

  public String provider() {
    return provider;
  }

  public String code() {
    return code;
  }
}
