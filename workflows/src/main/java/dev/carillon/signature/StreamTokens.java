package dev.carillon.signature;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One-time tokens of media stream addresses: call id, 8 random bytes and the first 16 bytes of an
/// HMAC-SHA256 over both, base64url without padding (54 characters). That a token is used once is
/// the call workflow's part.
public final class StreamTokens {
  private static final int NONCE_BYTES = 8;
  private static final int MAC_BYTES = 16;
  private static final String CONTEXT = "carillon-stream";

  private final byte[] key;

  /// @param key the link key, at least 16 bytes
  public StreamTokens(byte[] key) {
    if (key.length < 16) {
      throw new IllegalArgumentException("the link key must have at least 16 bytes");
    }
    this.key = key.clone();
  }

  /// A token for a stream of this call. `nonce` comes from a secure source and differs each time.
  public String mint(UUID callId, long nonce) {
    var body = ByteBuffer.allocate(16 + NONCE_BYTES);
    body.putLong(callId.getMostSignificantBits())
        .putLong(callId.getLeastSignificantBits())
        .putLong(nonce);
    var token = ByteBuffer.allocate(16 + NONCE_BYTES + MAC_BYTES);
    token.put(body.array()).put(mac(body.array()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  /// The call a token is for; empty when the token is not ours or was tampered with.
  public Optional<UUID> callOf(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (bytes.length != 16 + NONCE_BYTES + MAC_BYTES) {
      return Optional.empty();
    }
    var body = Arrays.copyOf(bytes, 16 + NONCE_BYTES);
    var given = Arrays.copyOfRange(bytes, 16 + NONCE_BYTES, bytes.length);
    if (!MessageDigest.isEqual(given, mac(body))) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(body);
    return Optional.of(new UUID(buffer.getLong(), buffer.getLong()));
  }

  private byte[] mac(byte[] body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(CONTEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return Arrays.copyOf(mac.doFinal(body), MAC_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every JDK", e);
    }
  }
}
