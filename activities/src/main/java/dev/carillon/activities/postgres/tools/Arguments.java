package dev.carillon.activities.postgres.tools;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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

  /// A moment in ISO 8601; without an offset it is meant in `zone`.
  static Optional<Instant> moment(JsonNode arguments, String field, ZoneId zone) {
    return text(arguments, field).flatMap(text -> moment(text, zone));
  }

  private static Optional<Instant> moment(String text, ZoneId zone) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      try {
        return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
      } catch (DateTimeException _) {
        return Optional.empty();
      }
    }
  }
}
