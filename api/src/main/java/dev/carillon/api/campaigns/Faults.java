package dev.carillon.api.campaigns;

import dev.carillon.api.web.problem.FieldProblem;
import dev.carillon.api.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with a request, to name it all at once.
final class Faults {
  private final List<FieldProblem> errors = new ArrayList<>();

  void add(String field, String code, String message) {
    errors.add(new FieldProblem(field, code, message));
  }

  void invalid(String field, String message) {
    errors.add(FieldProblem.invalid(field, message));
  }

  void required(String field) {
    errors.add(FieldProblem.required(field));
  }

  /// The text without space around it; null when there is none.
  @Nullable String text(String field, @Nullable String text, int longest) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.strip().length() > longest) {
      add(field, "TOO_LONG", "has over " + longest + " characters");
    }
    return text.strip();
  }

  boolean none() {
    return errors.isEmpty();
  }

  ProblemException asProblem() {
    return ProblemException.fields(errors);
  }
}
