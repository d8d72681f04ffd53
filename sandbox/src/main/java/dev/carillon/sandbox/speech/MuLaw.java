package dev.carillon.sandbox.speech;

/// G.711 mu-law: one byte a sample, by tables in both directions.
public final class MuLaw {
  /// Samples a second.
  public static final int RATE = 8000;

  /// Bytes of 20 ms.
  public static final int FRAME = 160;

  /// No sound.
  public static final byte SILENCE = (byte) 0xFF;

  private static final int BIAS = 0x84;
  private static final int LOUDEST = 32635;
  private static final short[] LINEAR = new short[256];
  private static final byte[] CODES = new byte[65536];

  static {
    for (int code = 0; code < LINEAR.length; code++) {
      LINEAR[code] = expanded(code);
    }
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      CODES[sample & 0xFFFF] = compressed(sample);
    }
  }

  private MuLaw() {}

  /// The 16-bit sample of a code, -32124 to 32124.
  public static short decode(byte code) {
    return LINEAR[code & 0xFF];
  }

  /// The code nearest to a 16-bit sample.
  public static byte encode(short sample) {
    return CODES[sample & 0xFFFF];
  }

  /// All samples of a sound.
  public static short[] decode(byte[] codes) {
    short[] samples = new short[codes.length];
    for (int i = 0; i < codes.length; i++) {
      samples[i] = LINEAR[codes[i] & 0xFF];
    }
    return samples;
  }

  /// All codes of a sound.
  public static byte[] encode(short[] samples) {
    byte[] codes = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      codes[i] = CODES[samples[i] & 0xFFFF];
    }
    return codes;
  }

  private static short expanded(int code) {
    int bits = ~code & 0xFF;
    int exponent = (bits >> 4) & 7;
    int magnitude = ((((bits & 0x0F) << 3) + BIAS) << exponent) - BIAS;
    return (short) ((bits & 0x80) != 0 ? -magnitude : magnitude);
  }

  private static byte compressed(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(sample), LOUDEST) + BIAS;
    int exponent = 24 - Integer.numberOfLeadingZeros(magnitude);
    int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
    return (byte) ~(sign | (exponent << 4) | mantissa);
  }
}
