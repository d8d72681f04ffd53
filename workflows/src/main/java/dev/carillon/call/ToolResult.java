package dev.carillon.call;

import org.jspecify.annotations.Nullable;

/// What came of a tool.
///
/// @param json a JSON object for the model, with `error` when it was not done
/// @param outcome what it means for the call, or null when it decides nothing
public record ToolResult(String json, @Nullable Outcome outcome) {

  /// Whoever was to do it is away.
  public static ToolResult notNow() {
    return new ToolResult("{\"error\":\"this could not be done right now\"}", null);
  }
}
