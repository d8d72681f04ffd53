package dev.carillon.api.web.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/// What is said when nothing but a status is known.
final class Details {
  private Details() {}

  static String of(HttpStatusCode status) {
    return switch (HttpStatus.resolve(status.value())) {
      case BAD_REQUEST -> "The request is not well-formed.";
      case NOT_FOUND -> "There is nothing at this address.";
      case METHOD_NOT_ALLOWED -> "This address does not know that method.";
      case UNSUPPORTED_MEDIA_TYPE -> "This kind of content is not accepted here.";
      case NOT_ACCEPTABLE -> "The answer has no form that was asked for.";
      case CONTENT_TOO_LARGE -> "The body is larger than allowed.";
      case REQUEST_HEADER_FIELDS_TOO_LARGE -> "The headers are larger than allowed.";
      case INTERNAL_SERVER_ERROR -> "The failure is in the log.";
      case null -> "The request failed.";
      case HttpStatus other -> other.getReasonPhrase() + ".";
    };
  }
}
