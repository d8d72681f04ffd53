package dev.carillon.sandbox.ai.realtime;

/// G.711 A-law, sample by sample.
final class ALaw {
  private static final int TOGGLED = 0x55;

  private ALaw() {}

  static short decode(byte code) {
    int bits = (code & 0xFF) ^ TOGGLED;
    int exponent = (bits >> 4) & 7;
    int magnitude = ((bits & 0x0F) << 4) + 8;
    if (exponent > 0) {
      magnitude = (magnitude + 0x100) << (exponent - 1);
    }
    return (short) ((bits & 0x80) != 0 ? magnitude : -magnitude);
  }

  static byte encode(short sample) {
    int sign = sample >= 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs((int) sample), 32_767);
    int exponent = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
    int mantissa = (magnitude >> (exponent == 0 ? 4 : exponent + 3)) & 0x0F;
    return (byte) ((sign | (exponent << 4) | mantissa) ^ TOGGLED);
  }
}
