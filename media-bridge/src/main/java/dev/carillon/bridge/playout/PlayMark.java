package dev.carillon.bridge.playout;

import io.netty.buffer.ByteBuf;

/// The names of our marks: `g` with the generation, a colon, and the position in bytes that has
/// been played when the mark comes back. Written and read without a string being made.
public final class PlayMark {
  private static final int DECIMAL = 10;

  private PlayMark() {}

  /// Writes the name as ASCII.
  public static void write(int generation, long position, ByteBuf into) {
    into.writeByte('g');
    digits(generation, into);
    into.writeByte(':');
    digits(position, into);
  }

  /// The position that a mark stands for; -1 for one of another generation, and for what is no mark
  /// of ours.
  public static long position(String name, int generation) {
    int colon = name.indexOf(':');
    if (colon < 2 || name.charAt(0) != 'g' || number(name, 1, colon) != generation) {
      return -1;
    }
    return number(name, colon + 1, name.length());
  }

  private static void digits(long number, ByteBuf into) {
    long unit = 1;
    while (number / unit >= DECIMAL) {
      unit *= DECIMAL;
    }
    for (; unit > 0; unit /= DECIMAL) {
      into.writeByte('0' + (int) (number / unit % DECIMAL));
    }
  }

  private static long number(String text, int from, int to) {
    if (from >= to || to - from > 18) {
      return -1;
    }
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit >= DECIMAL) {
        return -1;
      }
      number = number * DECIMAL + digit;
    }
    return number;
  }
}
