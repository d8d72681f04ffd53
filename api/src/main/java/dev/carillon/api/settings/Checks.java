package dev.carillon.api.settings;

import dev.carillon.api.web.problem.FieldProblem;
import dev.carillon.api.web.problem.ProblemException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with a request, to name it all at once.
final class Checks {
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private final List<FieldProblem> errors = new ArrayList<>();

  /// The text without space around it; empty when it is missing.
  String required(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      errors.add(FieldProblem.required(field));
      return "";
    }
    optional(field, text, longest);
    return text.strip();
  }

  @Nullable String optional(String field, @Nullable String text, int longest) {
    if (text != null && text.length() > longest) {
      add(field, "TOO_LONG", "has over " + longest + " characters");
    }
    return text == null || text.isBlank() ? null : text.strip();
  }

  String zone(String field, @Nullable String text) {
    var zone = required(field, text, 64);
    if (!zone.isEmpty() && !ZONES.contains(zone)) {
      add(field, "UNKNOWN_ZONE", "is not a zone such as America/New_York");
    }
    return zone;
  }

  void add(String field, String code, String message) {
    errors.add(new FieldProblem(field, code, message));
  }

  /// Ends the collecting.
  ///
  /// @throws ProblemException 422 when anything was wrong
  void end() {
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
  }
}
