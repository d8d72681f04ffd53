package dev.carillon.api.web.door;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proofs that a browser knew the token: when they end, signed with the token. Nothing is stored; a
/// new token ends all of them.
final class Sessions {
  static final String COOKIE = "carillon_session";
  static final Duration LENGTH = Duration.ofHours(12);
  private static final int MAC_BYTES = 32;

  private final byte[] token;
  private final InstantSource clock;

  Sessions(String token, InstantSource clock) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
  }

  boolean isToken(String given) {
    // Compared as digests, so that neither content nor length shows in the time it takes.
    return MessageDigest.isEqual(mac(given.getBytes(StandardCharsets.UTF_8)), mac(token));
  }

  String begin() {
    var end = ByteBuffer.allocate(Long.BYTES);
    end.putLong(clock.instant().plus(LENGTH).getEpochSecond());
    var value = ByteBuffer.allocate(Long.BYTES + MAC_BYTES).put(end.array()).put(mac(end.array()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value.array());
  }

  boolean isOpen(String cookie) {
    byte[] value;
    try {
      value = Base64.getUrlDecoder().decode(cookie);
    } catch (IllegalArgumentException _) {
      return false;
    }
    if (value.length != Long.BYTES + MAC_BYTES) {
      return false;
    }
    var buffer = ByteBuffer.wrap(value);
    var end = new byte[Long.BYTES];
    var signature = new byte[MAC_BYTES];
    buffer.get(end).get(signature);
    return MessageDigest.isEqual(signature, mac(end))
        && clock.instant().isBefore(Instant.ofEpochSecond(ByteBuffer.wrap(end).getLong()));
  }

  private byte[] mac(byte[] content) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token, "HmacSHA256"));
      mac.update("carillon-session".getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
  }
}
