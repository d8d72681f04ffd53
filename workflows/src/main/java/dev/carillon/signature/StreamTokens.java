package dev.carillon.signature;

import java.util.Optional;
import java.util.UUID;

/// One-time tokens of media stream addresses: call id and 8 random bytes, sealed (54 characters).
/// That a token is used once is the call workflow's part.
public final class StreamTokens {
  private static final int NUMBERS = 3;

  private final SealedNumbers sealed;

  /// @param key the link key, at least 16 bytes
  public StreamTokens(byte[] key) {
    this.sealed = new SealedNumbers(Hmac.ofLinkKey(key), "carillon-stream", NUMBERS);
  }

  /// A token for a stream of this call. `nonce` comes from a secure source and differs each time.
  public String mint(UUID callId, long nonce) {
    return sealed.write(callId.getMostSignificantBits(), callId.getLeastSignificantBits(), nonce);
  }

  /// The call a token is for; empty when the token is not ours or was tampered with.
  public Optional<UUID> callOf(String token) {
    return sealed.read(token).map(numbers -> new UUID(numbers[0], numbers[1]));
  }
}
