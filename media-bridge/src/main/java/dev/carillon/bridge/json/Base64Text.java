package dev.carillon.bridge.json;

import io.netty.buffer.ByteBuf;

/// Arithmetic on base64 text that is passed on without being decoded.
public final class Base64Text {
  private static final boolean[] ALPHABET = new boolean[256];
  private static final byte[] VALUE = new byte[256];

  static {
    byte value = 0;
    for (char c :
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".toCharArray()) {
      ALPHABET[c] = true;
      VALUE[c] = value++;
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

  /// Decodes the text, which must be valid, into an array that is used again and again.
  ///
  /// @param into at least [#decodedLength] bytes
  /// @return how many bytes it became
  public static int decode(ByteBuf text, int from, int length, byte[] into) {
    int whole = decodedLength(text, from, length);
    int at = 0;
    for (int i = from; at < whole; i += 4) {
      int bits =
          VALUE[text.getByte(i) & 0xFF] << 18
              | VALUE[text.getByte(i + 1) & 0xFF] << 12
              | VALUE[text.getByte(i + 2) & 0xFF] << 6
              | VALUE[text.getByte(i + 3) & 0xFF];
      into[at++] = (byte) (bits >> 16);
      if (at < whole) {
        into[at++] = (byte) (bits >> 8);
      }
      if (at < whole) {
        into[at++] = (byte) bits;
      }
    }
    return whole;
  }

  private static int padding(ByteBuf text, int from, int length) {
    if (length < 4 || text.getByte(from + length - 1) != '=') {
      return 0;
    }
    return text.getByte(from + length - 2) == '=' ? 2 : 1;
  }
}
