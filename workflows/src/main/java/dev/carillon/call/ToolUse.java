package dev.carillon.call;

/// The model wants something done. The tool call's id is also the Update's id, so that a repetition
/// does nothing twice.
///
/// @param argumentsJson as the model wrote it; untrusted
public record ToolUse(String toolCallId, String name, String argumentsJson) {}
