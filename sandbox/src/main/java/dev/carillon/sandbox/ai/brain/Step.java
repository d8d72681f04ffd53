package dev.carillon.sandbox.ai.brain;

/// One part of an answer, in the order in which it is given.
public sealed interface Step {
  /// Something is said.
  record Say(String text) implements Step {}

  /// A tool is used; `arguments` is a JSON object that fits its schema.
  record Use(String tool, String arguments) implements Step {}
}
