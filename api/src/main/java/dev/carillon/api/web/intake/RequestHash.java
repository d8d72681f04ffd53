package dev.carillon.api.web.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// SHA-256 of what makes two requests the same: query, kind of content, body.
final class RequestHash {
  private static final int BUFFER = 1 << 16;

  private RequestHash() {}

  static String of(HttpServletRequest request) throws IOException {
    var digest = sha256();
    update(digest, Objects.toString(request.getQueryString(), ""));
    update(digest, Objects.toString(request.getContentType(), ""));
    var body =
        request.getAttribute(Upload.ATTRIBUTE) instanceof Upload(var file)
            ? Files.newInputStream(file)
            : request.getInputStream();
    try (body) {
      var buffer = new byte[BUFFER];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// The same for a form that was read already.
  ///
  /// @param without a field that does not count
  static String of(Map<String, String[]> form, String without) {
    var digest = sha256();
    new TreeMap<>(form)
        .forEach((name, values) -> {
          if (!name.equals(without)) {
            update(digest, name);
            Arrays.stream(values).forEach(value -> update(digest, value));
            digest.update((byte) 1);
          }
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
