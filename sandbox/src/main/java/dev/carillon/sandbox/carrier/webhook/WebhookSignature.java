package dev.carillon.sandbox.carrier.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests as the carrier does: `X-Twilio-Signature` is base64 of HMAC-SHA1, keyed with the
/// account's token, over the URL without its fragment and, for a form, every name and value in the
/// names' order.
public final class WebhookSignature {
  private final byte[] key;

  public WebhookSignature(String authToken) {
    key = authToken.getBytes(StandardCharsets.UTF_8);
  }

  /// The signature of a request with these form parameters; none for a GET, a WebSocket or a JSON
  /// body.
  public String of(String url, Map<String, String> form) {
    StringBuilder signed = new StringBuilder(url);
    new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA1 is missing", e);
    }
  }

  /// What stands in the URL's `bodySHA256` when the body is not a form: lower-case hex.
  public static String bodySha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is missing", e);
    }
  }
}
