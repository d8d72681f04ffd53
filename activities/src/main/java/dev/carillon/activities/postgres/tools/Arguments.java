package dev.carillon.activities.postgres.tools;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads a tool's arguments, which a model wrote: anything may be missing or wrong.
final class Arguments {
  private static final int LONGEST = 1_000;

  private Arguments() {}

  /// A text that is there and not blank, cut to 1,000 characters.
  static Optional<String> text(JsonNode arguments, String field) {
    var value = arguments.path(field);
    if (!value.isString() || value.stringValue().isBlank()) {
      return Optional.empty();
    }
    var text = value.stringValue().strip();
    return Optional.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
  }
}
