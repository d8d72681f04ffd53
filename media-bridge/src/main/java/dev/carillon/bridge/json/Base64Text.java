package dev.carillon.bridge.json;

import io.netty.buffer.ByteBuf;

/// Arithmetic on base64 text that is passed on without being decoded.
public final class Base64Text {
  private static final boolean[] ALPHABET = new boolean[256];

  static {
    for (char c :
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray()) {
      ALPHABET[c] = true;
    }
  }

  private Base64Text() {}

  /// Whether this is padded standard base64, no more and no less.
  public static boolean valid(ByteBuf text, int from, int length) {
    if (length == 0 || length % 4 != 0) {
      return false;
    }
    int end = from + length - padding(text, from, length);
    for (int i = from; i < end; i++) {
      if (!ALPHABET[text.getByte(i) & 0xFF]) {
        return false;
      }
    }
    return true;
  }

  /// How many bytes the text stands for.
  public static int decodedLength(ByteBuf text, int from, int length) {
    return length / 4 * 3 - padding(text, from, length);
  }

  private static int padding(ByteBuf text, int from, int length) {
    if (length < 4 || text.getByte(from + length - 1) != '=') {
      return 0;
    }
    return text.getByte(from + length - 2) == '=' ? 2 : 1;
  }
}
