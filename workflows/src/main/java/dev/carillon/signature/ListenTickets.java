package dev.carillon.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Tickets to listen to one live call: tenant, call, end, 8 random bytes and the first 16 bytes of
/// an HMAC-SHA256 over all of it, base64url without padding. That a ticket is used once is the
/// bridge's part, which knows it by its nonce.
public final class ListenTickets {
  private static final int ID_BYTES = 2 * Long.BYTES;
  private static final int BODY_BYTES = 2 * ID_BYTES + 2 * Long.BYTES;
  private static final int MAC_BYTES = 16;
  private static final byte[] CONTEXT = "carillon-listen".getBytes(StandardCharsets.UTF_8);

  private final Hmac hmac;

  /// @param key the link key, at least 16 bytes
  public ListenTickets(byte[] key) {
    this.hmac = Hmac.ofLinkKey(key);
  }

  /// What a ticket says.
  ///
  /// @param nonce from a secure source, another one for each ticket
  public record Ticket(UUID tenantId, UUID callId, Instant expiresAt, long nonce) {}

  /// The ticket as it stands in an address.
  public String write(Ticket ticket) {
    byte[] text = new byte[BODY_BYTES + MAC_BYTES];
    putLong(text, 0, ticket.tenantId().getMostSignificantBits());
    putLong(text, Long.BYTES, ticket.tenantId().getLeastSignificantBits());
    putLong(text, ID_BYTES, ticket.callId().getMostSignificantBits());
    putLong(text, ID_BYTES + Long.BYTES, ticket.callId().getLeastSignificantBits());
    putLong(text, 2 * ID_BYTES, ticket.expiresAt().getEpochSecond());
    putLong(text, 2 * ID_BYTES + Long.BYTES, ticket.nonce());
    byte[] mac = mac(Arrays.copyOf(text, BODY_BYTES));
    System.arraycopy(mac, 0, text, BODY_BYTES, MAC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /// What the text says, whether it has ended or not; empty when it is not ours or was tampered
  /// with.
  public Optional<Ticket> read(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
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
    return Optional.of(
        new Ticket(
            new UUID(getLong(body, 0), getLong(body, Long.BYTES)),
            new UUID(getLong(body, ID_BYTES), getLong(body, ID_BYTES + Long.BYTES)),
            Instant.ofEpochSecond(getLong(body, 2 * ID_BYTES)),
            getLong(body, 2 * ID_BYTES + Long.BYTES)));
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
