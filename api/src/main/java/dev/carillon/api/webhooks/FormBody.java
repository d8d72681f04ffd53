package dev.carillon.api.webhooks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `application/x-www-form-urlencoded` strictly: a broken escape or bytes that are no UTF-8
/// are refused and never guessed at, for a signature covers what was meant.
final class FormBody {
  private static final int MOST_PARAMETERS = 500;

  private FormBody() {}

  /// The parameters in the order of the body, or empty when it cannot be read.
  static Optional<List<Map.Entry<String, String>>> parse(byte[] body) {
    var parameters = new ArrayList<Map.Entry<String, String>>();
    int start = 0;
    while (start < body.length) {
      int end = indexOf(body, '&', start, body.length);
      if (end > start) {
        int equals = indexOf(body, '=', start, end);
        var name = decode(body, start, equals);
        var value = decode(body, Math.min(equals + 1, end), end);
        if (name.isEmpty() || value.isEmpty() || parameters.size() == MOST_PARAMETERS) {
          return Optional.empty();
        }
        parameters.add(Map.entry(name.get(), value.get()));
      }
      start = end + 1;
    }
    return Optional.of(List.copyOf(parameters));
  }

  private static int indexOf(byte[] body, char wanted, int from, int to) {
    int at = from;
    while (at < to && body[at] != wanted) {
      at++;
    }
    return at;
  }

  private static Optional<String> decode(byte[] body, int from, int to) {
    var bytes = new ByteArrayOutputStream(to - from);
    for (int at = from; at < to; at++) {
      if (body[at] == '+') {
        bytes.write(' ');
      } else if (body[at] == '%') {
        int high = at + 1 < to ? Character.digit(body[at + 1], 16) : -1;
        int low = at + 2 < to ? Character.digit(body[at + 2], 16) : -1;
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        bytes.write(high << 4 | low);
        at += 2;
      } else {
        bytes.write(body[at]);
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      var decoder =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
