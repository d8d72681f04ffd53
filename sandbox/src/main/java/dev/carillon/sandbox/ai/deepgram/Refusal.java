package dev.carillon.sandbox.ai.deepgram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/// A connection is not let in, in the provider's own shape.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final String shown;

  /// `shown` goes to the client and may hold what it sent; the exception's own message does not.
  Refusal(int status, String code, String shown) {
    super("refused with " + status);
    this.status = status;
    this.code = code;
    this.shown = shown;
  }

  static Refusal unauthorised() {
    return new Refusal(401, "INVALID_AUTH", "Invalid credentials.");
  }

  static Refusal query(String wrong) {
    return new Refusal(400, "INVALID_QUERY_PARAMETER", wrong);
  }

  static Refusal unavailable(int status) {
    return status == 429
        ? new Refusal(status, "TOO_MANY_REQUESTS", "Too many requests.")
        : new Refusal(status, "SERVICE_UNAVAILABLE", "The service is not available.");
  }

  int status() {
    return status;
  }

  String shown() {
    return shown;
  }

  /// Whether the client did something wrong.
  boolean deserved() {
    return status == 400 || status == 401;
  }

  String body(String requestId) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("err_code", code)
        .put("err_msg", shown)
        .put("request_id", requestId)
        .toString();
  }
}
