package dev.carillon.signature;

import java.util.Base64;

/// Reads `CARILLON_LINK_KEY`, which all parts of the platform must read alike: base64 in either
/// alphabet, padded or not.
public final class LinkKey {
  private static final int SHORTEST = 16;

  private LinkKey() {}

  /// The key's bytes, at least 16.
  ///
  /// @throws IllegalArgumentException naming the variable and what is wrong with it
  public static byte[] parse(String text) {
    var plain = text.strip().replace('-', '+').replace('_', '/').replace("=", "");
    byte[] key;
    try {
      key = Base64.getDecoder().decode(plain);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("CARILLON_LINK_KEY is not base64", e);
    }
    if (key.length < SHORTEST) {
      throw new IllegalArgumentException("CARILLON_LINK_KEY needs at least 16 bytes in base64");
    }
    return key;
  }
}
