package dev.carillon.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A keyed hash. Never printed, never compared but in constant time.
final class Hmac {
  private static final int SHORTEST_KEY = 16;

  private final String algorithm;
  private final SecretKeySpec key;

  private Hmac(String algorithm, byte[] key) {
    this.algorithm = algorithm;
    this.key = new SecretKeySpec(key, algorithm);
  }

  /// HMAC-SHA1 under a provider's secret.
  static Hmac sha1(String secret) {
    return new Hmac("HmacSHA1", secret.getBytes(StandardCharsets.UTF_8));
  }

  /// HMAC-SHA256 under the link key, for Carillon's own tokens.
  static Hmac ofLinkKey(byte[] key) {
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException("the link key must have at least 16 bytes");
    }
    return new Hmac("HmacSHA256", key);
  }

  byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] of(byte[] first, byte[]... more) {
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(key);
      mac.update(first);
      for (byte[] part : more) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(algorithm + " is part of every JDK", e);
    }
  }

  /// Whether both are the same, in a time that does not tell where they differ.
  static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
