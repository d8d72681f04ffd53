package dev.carillon.api.web.problem;

import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says what is wrong with a JSON body without repeating any of it but names of fields.
final class JsonProblems {
  private static final int LONGEST_PATH = 100;

  private JsonProblems() {}

  static Problem of(JacksonException failure) {
    var path = path(failure);
    if (failure instanceof StreamReadException || path.isEmpty()) {
      return Problem.of(HttpStatus.BAD_REQUEST, "The body is not the JSON object expected here.");
    }
    var error =
        switch (failure) {
          case UnrecognizedPropertyException _ ->
              new FieldProblem(path, "UNKNOWN_FIELD", "there is no such field");
          case InvalidFormatException wrong ->
              new FieldProblem(path, "INVALID", "is not " + kind(wrong.getTargetType()));
          case DatabindException _ -> new FieldProblem(path, "INVALID", "is not of the right kind");
          default -> new FieldProblem(path, "INVALID", "cannot be read");
        };
    return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "One field is wrong.", List.of(error));
  }

  private static String kind(Class<?> type) {
    if (type.isEnum()) {
      return "one of the words allowed here";
    }
    return switch (type.getSimpleName()) {
      case "UUID" -> "an id";
      case "Instant", "OffsetDateTime" -> "a time with offset, as 2026-01-31T09:00:00Z";
      case "Duration" -> "a duration, as PT15M";
      case "LocalTime" -> "a time of day, as 09:00";
      case "LocalDate" -> "a date, as 2026-01-31";
      case "int", "long", "Integer", "Long" -> "a whole number";
      default -> "of the right kind";
    };
  }

  static String path(JacksonException failure) {
    var text = new StringBuilder();
    for (var step : failure.getPath()) {
      if (step.getPropertyName() == null) {
        text.append('[').append(step.getIndex()).append(']');
      } else {
        text.append(text.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return text.length() > LONGEST_PATH ? text.substring(0, LONGEST_PATH) : text.toString();
  }
}
