package dev.carillon.sandbox.ai.realtime;

import org.jspecify.annotations.Nullable;

/// A client event that the provider answers with an error event.
final class Invalid extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final String shown;
  private final @Nullable String param;

  /// `shown` goes to the client and may hold what it sent; the exception's own message does not.
  Invalid(String code, String shown, @Nullable String param) {
    super("refused with " + code);
    this.code = code;
    this.shown = shown;
    this.param = param;
  }

  static Invalid unknown(String name) {
    return new Invalid("unknown_parameter", "Unknown parameter: '" + name + "'.", name);
  }

  static Invalid missing(String name) {
    return new Invalid(
        "missing_required_parameter", "Missing required parameter: '" + name + "'.", name);
  }

  static Invalid type(String name, String expected) {
    return new Invalid(
        "invalid_type", "Invalid type for '" + name + "': expected " + expected + ".", name);
  }

  static Invalid value(String name, String why) {
    return new Invalid("invalid_value", "Invalid value for '" + name + "': " + why, name);
  }

  String code() {
    return code;
  }

  String shown() {
    return shown;
  }

  @Nullable String param() {
    return param;
  }
}
