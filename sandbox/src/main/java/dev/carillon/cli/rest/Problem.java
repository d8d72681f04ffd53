package dev.carillon.cli.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The body of a refusal, `application/problem+json`.
@JsonIgnoreProperties(ignoreUnknown = true)
record Problem(@Nullable String title, @Nullable String detail, @Nullable List<FieldError> errors) {

  /// What is wrong, in one line.
  String line(int status) {
    var what = detail != null ? detail : title != null ? title : "the platform answered " + status;
    if (errors == null || errors.isEmpty()) {
      return what;
    }
    return what
        + errors.stream().map(FieldError::line).collect(Collectors.joining("; ", " (", ")"));
  }

  /// One field that is wrong, or one reason against a call.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record FieldError(@Nullable String field, @Nullable String code, @Nullable String message) {
    String line() {
      var what = message != null ? message : code != null ? code : "wrong";
      return field == null ? what : field + ": " + what;
    }
  }
}
