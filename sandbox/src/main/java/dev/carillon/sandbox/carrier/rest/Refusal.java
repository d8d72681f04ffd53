package dev.carillon.sandbox.carrier.rest;

/// An error answer in the carrier's own shape.
final class Refusal extends RuntimeException {
  private final int status;
  private final int code;
  private final String shown;

  /// `shown` goes to the customer and may hold what they sent; the exception's own message does
  /// not.
  Refusal(int status, int code, String shown) {
    super("refused with " + code);
    this.status = status;
    this.code = code;
    this.shown = shown;
  }

  static Refusal invalid(int code, String shown) {
    return new Refusal(400, code, shown);
  }

  static Refusal notFound(String path) {
    return new Refusal(404, 20404, "The requested resource " + path + " was not found");
  }

  int status() {
    return status;
  }

  int code() {
    return code;
  }

  String shown() {
    return shown;
  }
}
