package dev.carillon.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// One-time tokens of media stream addresses: call id, 8 random bytes and the first 16 bytes of an
/// HMAC-SHA256 over both, base64url without padding (54 characters). That a token is used once is
/// the call workflow's part.
public final class StreamTokens {
  private static final int ID_BYTES = 2 * Long.BYTES;
  private static final int BODY_BYTES = ID_BYTES + Long.BYTES;
  private static final int MAC_BYTES = 16;
  private static final byte[] CONTEXT = "carillon-stream".getBytes(StandardCharsets.UTF_8);

  private final Hmac hmac;

  /// @param key the link key, at least 16 bytes
  public StreamTokens(byte[] key) {
    this.hmac = Hmac.ofLinkKey(key);
  }

  /// A token for a stream of this call. `nonce` comes from a secure source and differs each time.
  public String mint(UUID callId, long nonce) {
    byte[] token = new byte[BODY_BYTES + MAC_BYTES];
    putLong(token, 0, callId.getMostSignificantBits());
    putLong(token, Long.BYTES, callId.getLeastSignificantBits());
    putLong(token, ID_BYTES, nonce);
    byte[] mac = mac(Arrays.copyOf(token, BODY_BYTES));
    System.arraycopy(mac, 0, token, BODY_BYTES, MAC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /// The call a token is for; empty when the token is not ours or was tampered with.
  public Optional<UUID> callOf(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (bytes.length != BODY_BYTES + MAC_BYTES) {
      return Optional.empty();
    }
    byte[] body = Arrays.copyOf(bytes, BODY_BYTES);
    byte[] given = Arrays.copyOfRange(bytes, BODY_BYTES, bytes.length);
    if (!MessageDigest.isEqual(given, mac(body))) {
      return Optional.empty();
    }
    return Optional.of(new UUID(getLong(body, 0), getLong(body, Long.BYTES)));
  }

  private byte[] mac(byte[] body) {
    return Arrays.copyOf(hmac.of(CONTEXT, body), MAC_BYTES);
  }

  private static void putLong(byte[] bytes, int at, long value) {
    for (int i = 0; i < Long.BYTES; i++) {
      bytes[at + i] = (byte) (value >>> (8 * (Long.BYTES - 1 - i)));
    }
  }

  private static long getLong(byte[] bytes, int at) {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = (value << 8) | (bytes[at + i] & 0xff);
    }
    return value;
  }
}
