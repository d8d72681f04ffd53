package dev.carillon.sandbox.ai.deepgram;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The SHA-256 of all sound that came.
final class Digest {
  private final MessageDigest sha256;

  Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  void add(byte[] sound) {
    sha256.update(sound);
  }

  String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
