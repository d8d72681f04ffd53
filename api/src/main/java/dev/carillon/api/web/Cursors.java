package dev.carillon.api.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Places in lists as text: microseconds, id and the first 16 bytes of an HMAC-SHA256 over both and
/// the list's address, base64url. A cursor of one list means nothing in another.
final class Cursors {
  private static final int BODY_BYTES = 24;
  private static final int MAC_BYTES = 16;
  private static final int LONGEST = 64;

  private final byte[] key;

  Cursors(byte[] key) {
    this.key = key.clone();
  }

  String write(String list, Position position) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, position.at());
    var body =
        ByteBuffer.allocate(BODY_BYTES)
            .putLong(micros)
            .putLong(position.id().getMostSignificantBits())
            .putLong(position.id().getLeastSignificantBits())
            .array();
    var all = ByteBuffer.allocate(BODY_BYTES + MAC_BYTES).put(body).put(mac(list, body));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all.array());
  }

  Optional<Position> read(String list, String cursor) {
    if (cursor.length() > LONGEST) {
      return Optional.empty();
    }
    byte[] all;
    try {
      all = Base64.getUrlDecoder().decode(cursor);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (all.length != BODY_BYTES + MAC_BYTES) {
      return Optional.empty();
    }
    var body = Arrays.copyOf(all, BODY_BYTES);
    if (!MessageDigest.isEqual(mac(list, body), Arrays.copyOfRange(all, BODY_BYTES, all.length))) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(body);
    var at = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
    return Optional.of(new Position(at, new UUID(buffer.getLong(), buffer.getLong())));
  }

  private byte[] mac(String list, byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update("carillon-cursor".getBytes(StandardCharsets.UTF_8));
      mac.update(list.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(body), MAC_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
  }
}
