package dev.carillon.sandbox.ai.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/// An error answer in the provider's own shape.
public final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final @Nullable String code;
  private final String shown;
  private final @Nullable String param;

  /// `shown` goes to the client and may hold what it sent; the exception's own message does not.
  public ApiError(int status, @Nullable String code, String shown, @Nullable String param) {
    super("refused with " + status);
    this.status = status;
    this.code = code;
    this.shown = shown;
    this.param = param;
  }

  static ApiError invalid(@Nullable String code, String shown, @Nullable String param) {
    return new ApiError(400, code, shown, param);
  }

  static ApiError missing(String param) {
    return invalid(
        "missing_required_parameter", "Missing required parameter: '" + param + "'.", param);
  }

  /// The answer to a key that is not the right one.
  public static ApiError unauthorised() {
    return new ApiError(401, "invalid_api_key", "Incorrect API key provided.", null);
  }

  /// The answer of a server that is not well.
  public static ApiError unavailable(int status) {
    String code =
        switch (status) {
          case 401 -> "invalid_api_key";
          case 429 -> "rate_limit_exceeded";
          default -> "server_error";
        };
    return new ApiError(status, code, "The server is not available.", null);
  }

  public int status() {
    return status;
  }

  /// What is wrong, for a log of broken rules.
  public String what() {
    return code + ": " + shown;
  }

  /// The answer's body.
  public ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("message", shown)
        .put("type", status < 500 ? "invalid_request_error" : "server_error")
        .put("param", param)
        .put("code", code);
    return body;
  }
}
