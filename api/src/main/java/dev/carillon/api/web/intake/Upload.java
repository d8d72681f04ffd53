package dev.carillon.api.web.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;

/// A body that was too large for memory, whole and on disk. Routes declare it as a
/// `@RequestAttribute(Upload.ATTRIBUTE)`; the file is deleted after the request unless moved away.
public record Upload(Path file) {
  /// Where a request keeps it.
  public static final String ATTRIBUTE = "carillon.upload";

  void keepIn(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}
