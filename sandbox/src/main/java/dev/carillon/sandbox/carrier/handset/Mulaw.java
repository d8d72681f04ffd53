package dev.carillon.sandbox.carrier.handset;

/// G.711 mu-law: one byte a sample, 8,000 a second, 160 to a frame of 20 ms.
public final class Mulaw {
  /// Bytes of one frame.
  public static final int FRAME = 160;

  /// No sound.
  public static final byte SILENCE = (byte) 0xFF;

  private static final int BIAS = 0x84;
  private static final int CLIP = 32_635;
  private static final int VOICED_RMS = 300;
  private static final short[] LINEAR = new short[256];

  static {
    for (int code = 0; code < 256; code++) {
      int inverted = ~code & 0xFF;
      int size = ((((inverted & 0x0F) << 3) + BIAS) << ((inverted >> 4) & 7)) - BIAS;
      LINEAR[code] = (short) ((inverted & 0x80) != 0 ? -size : size);
    }
  }

  private Mulaw() {}

  /// The sample, in the 16-bit range.
  public static short decode(byte code) {
    return LINEAR[code & 0xFF];
  }

  /// The nearest code of a sample.
  public static byte encode(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int size = Math.min(Math.abs(sample), CLIP) + BIAS;
    int exponent = 31 - Integer.numberOfLeadingZeros(size) - 7;
    int mantissa = (size >> (exponent + 3)) & 0x0F;
    return (byte) ~(sign | (exponent << 4) | mantissa);
  }

  /// Both at once, as one channel.
  public static byte mix(byte one, byte other) {
    return encode(decode(one) + decode(other));
  }

  /// A sine of this pitch and length.
  static byte[] tone(int hertz, int millis) {
    byte[] sound = new byte[millis * 8];
    for (int i = 0; i < sound.length; i++) {
      sound[i] = encode((int) (9_000 * Math.sin(2 * Math.PI * hertz * i / 8_000)));
    }
    return sound;
  }

  /// Whether the energy of these samples is that of speech.
  static boolean voiced(byte[] frame) {
    long power = 0;
    for (byte code : frame) {
      int sample = LINEAR[code & 0xFF];
      power += (long) sample * sample;
    }
    return power > (long) VOICED_RMS * VOICED_RMS * frame.length;
  }
}
