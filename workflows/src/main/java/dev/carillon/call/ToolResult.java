package dev.carillon.call;

import org.jspecify.annotations.Nullable;

/// What came of a tool.
///
/// @param json a JSON object for the model, with `error` when it was not done
/// @param outcome what it means for the call, or null when it decides nothing
public record ToolResult(String json, @Nullable Outcome outcome) {}
