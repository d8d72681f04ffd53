package dev.carillon.activities.postgres;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// How a number stands in the routing table, which every tenant's transactions can see.
public final class NumberHash {
  private NumberHash() {}

  /// SHA-256 of the number in E.164, in lower-case hexadecimal digits.
  public static String of(String e164) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(e164.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
