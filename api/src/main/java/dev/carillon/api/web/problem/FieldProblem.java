package dev.carillon.api.web.problem;

/// What is wrong with one field of a request.
///
/// @param field its path, such as `window.from` or `contactIds[3]`
/// @param code a word in capitals for programs, such as `REQUIRED`
/// @param message a sentence for people, without the value itself
public record FieldProblem(String field, String code, String message) {

  public static FieldProblem required(String field) {
    return new FieldProblem(field, "REQUIRED", "is required");
  }

  public static FieldProblem invalid(String field, String message) {
    return new FieldProblem(field, "INVALID", message);
  }
}
