package dev.carillon.api.web.problem;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/// Ends a request with a [Problem]. Made by its factories; nothing of a person belongs into it.
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  private ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  public static ProblemException of(HttpStatusCode status, String detail) {
    return new ProblemException(Problem.of(status, detail));
  }

  /// 404. `what` is a noun: `contact`.
  public static ProblemException notFound(String what) {
    return of(HttpStatus.NOT_FOUND, "There is no such " + what + ".");
  }

  /// 409: the request is right, the state it meets is not.
  public static ProblemException conflict(String detail) {
    return of(HttpStatus.CONFLICT, detail);
  }

  /// 503: what it needs does not answer; the same request may succeed later.
  public static ProblemException unavailable(String detail) {
    return of(HttpStatus.SERVICE_UNAVAILABLE, detail);
  }

  /// 422 with all that is wrong.
  public static ProblemException fields(List<FieldProblem> errors) {
    var detail = errors.size() == 1 ? "One field is wrong." : errors.size() + " fields are wrong.";
    return new ProblemException(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, detail, errors));
  }

  /// 422 naming one field.
  public static ProblemException field(String field, String code, String message) {
    return fields(List.of(new FieldProblem(field, code, message)));
  }

  /// 400 naming one query parameter or header.
  public static ProblemException unreadable(String field, String code, String message) {
    return new ProblemException(
        Problem.of(
            HttpStatus.BAD_REQUEST,
            "A parameter cannot be read.",
            List.of(new FieldProblem(field, code, message))));
  }

  public Problem problem() {
    return problem;
  }
}
