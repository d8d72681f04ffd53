package dev.carillon.signature;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/// Makes addresses unguessable: tokens in the paths of webhooks, and links to one object that end
/// by themselves. The first 16 bytes of an HMAC-SHA256, base64url without padding (22 characters).
public final class LinkTokens {
  private static final int MAC_BYTES = 16;

  private final Hmac hmac;

  /// @param key the link key, at least 16 bytes
  public LinkTokens(byte[] key) {
    this.hmac = Hmac.ofLinkKey(key);
  }

  /// The token of the address for `purpose` of a call or message. The same arguments give the same.
  public String token(UUID id, LinkPurpose purpose) {
    return mac("carillon-link\n%s\n%s".formatted(purpose.name(), id));
  }

  /// Whether `token` is that of `id` for `purpose`.
  public boolean opens(UUID id, LinkPurpose purpose, String token) {
    return Hmac.same(token(id, purpose), token);
  }

  /// `path` with its end and signature as a query. It opens until `expiresAt`, to the second.
  public String expiring(String path, Instant expiresAt) {
    long end = expiresAt.getEpochSecond();
    return "%s?expires=%d&signature=%s".formatted(path, end, signature(path, end));
  }

  /// Whether the query of an [#expiring] link belongs to `path` and has not ended at `now`.
  public boolean opensUntil(String path, long expires, String signature, Instant now) {
    boolean ours = Hmac.same(signature(path, expires), signature);
    return ours && now.getEpochSecond() < expires;
  }

  private String signature(String path, long expires) {
    return mac("carillon-expiring\n%d\n%s".formatted(expires, path));
  }

  private String mac(String text) {
    byte[] mac = Arrays.copyOf(hmac.of(text), MAC_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
  }
}
