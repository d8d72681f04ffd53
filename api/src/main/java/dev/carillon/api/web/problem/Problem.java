package dev.carillon.api.web.problem;

import java.util.List;
import org.springframework.http.HttpStatusCode;

/// The body of every answer that is not a success.
///
/// @param title the same for all problems of a kind
/// @param detail what happened this time; holds no personal data
public record Problem(
    String type, String title, int status, String detail, List<FieldProblem> errors) {

  public Problem {
    errors = List.copyOf(errors);
  }

  public static Problem of(HttpStatusCode status, String detail) {
    return of(status, detail, List.of());
  }

  public static Problem of(HttpStatusCode status, String detail, List<FieldProblem> errors) {
    return new Problem("about:blank", Titles.of(status), status.value(), detail, errors);
  }
}
