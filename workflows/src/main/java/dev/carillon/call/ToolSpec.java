package dev.carillon.call;

/// A tool as it is declared to a model.
///
/// @param parametersJson a JSON Schema of type object
public record ToolSpec(String name, String description, String parametersJson) {}
