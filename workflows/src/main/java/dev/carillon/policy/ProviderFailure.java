package dev.carillon.policy;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An outside system did not do what was asked. Made in one place per provider; the worker turns it
/// into Temporal's failure.
public final class ProviderFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String provider;
  private final String code;
  private final transient @Nullable Duration pause;

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
    this(kind, provider, code, null);
  }

  /// @param pause how long the provider wants to be left alone, when it says so
  public ProviderFailure(Kind kind, String provider, String code, @Nullable Duration pause) {
    super(provider + " " + kind + " " + code);
    this.kind = kind;
    this.provider = provider;
    this.code = code;
    this.pause = pause;
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

  /// How long to wait before the next try, when the provider has said so.
  public Optional<Duration> pause() {
    return Optional.ofNullable(pause);
  }
}
