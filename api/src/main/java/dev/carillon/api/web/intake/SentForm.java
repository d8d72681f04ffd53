package dev.carillon.api.web.intake;

import dev.carillon.activities.postgres.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A form of a page that came in. The same form sent again has the same key and the same hash.
public record SentForm(String route, UUID key, String hash) {
  /// The hidden field that holds the key.
  public static final String FIELD = "formKey";

  /// A form without a key of ours counts as one that was never sent before.
  static SentForm of(HttpServletRequest request, Ids ids) {
    var key = key(request.getParameter(FIELD));
    return new SentForm(
        request.getRequestURI(),
        key == null ? ids.next() : key,
        RequestHash.of(request.getParameterMap(), FIELD));
  }

  private static @Nullable UUID key(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
