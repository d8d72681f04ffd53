package dev.carillon.api.web.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/// Titles of problems, by status.
final class Titles {
  private Titles() {}

  static String of(HttpStatusCode status) {
    return switch (HttpStatus.resolve(status.value())) {
      case BAD_REQUEST -> "The request cannot be read";
      case UNAUTHORIZED -> "Who is asking?";
      case FORBIDDEN -> "Not allowed";
      case NOT_FOUND -> "Not found";
      case CONFLICT -> "Not in this state";
      case UNPROCESSABLE_CONTENT -> "A field is wrong";
      case CONTENT_TOO_LARGE -> "Too large";
      case MISDIRECTED_REQUEST -> "Wrong host";
      case INTERNAL_SERVER_ERROR -> "Something went wrong here";
      case SERVICE_UNAVAILABLE -> "Try again in a moment";
      case null -> "Error";
      case HttpStatus other -> other.getReasonPhrase();
    };
  }
}
