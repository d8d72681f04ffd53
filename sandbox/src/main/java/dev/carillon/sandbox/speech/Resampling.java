package dev.carillon.sandbox.speech;

/// Whole sounds from one sampling rate to another by an integral factor, with a windowed-sinc
/// low-pass between. For complete utterances; a live stream in frames needs a filter that keeps its
/// state.
public final class Resampling {
  private static final int TAPS_PER_PHASE = 16;
  private static final double PASS = 0.9;

  private Resampling() {}

  /// A `factor` times lower rate.
  public static short[] lower(short[] samples, int factor) {
    double[] filter = lowPass(factor);
    int middle = filter.length / 2;
    short[] out = new short[samples.length / factor];
    for (int i = 0; i < out.length; i++) {
      double sum = 0;
      int start = i * factor - middle;
      for (int tap = Math.max(0, -start);
          tap < filter.length && start + tap < samples.length;
          tap++) {
        sum += filter[tap] * samples[start + tap];
      }
      out[i] = clipped(sum);
    }
    return out;
  }

  /// A `factor` times higher rate.
  public static short[] higher(short[] samples, int factor) {
    double[] filter = lowPass(factor);
    int middle = filter.length / 2;
    short[] out = new short[samples.length * factor];
    for (int i = 0; i < out.length; i++) {
      double sum = 0;
      int first = Math.ceilDiv(i - middle, factor);
      for (int at = Math.max(0, first); at < samples.length && at * factor <= i + middle; at++) {
        sum += filter[i - at * factor + middle] * samples[at];
      }
      out[i] = clipped(sum * factor);
    }
    return out;
  }

  /// Little-endian 16-bit samples, as they travel.
  public static byte[] littleEndian(short[] samples) {
    byte[] bytes = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    return bytes;
  }

  /// The samples of little-endian 16-bit audio; an odd last byte is ignored.
  public static short[] samples(byte[] littleEndian) {
    short[] samples = new short[littleEndian.length / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) ((littleEndian[2 * i] & 0xFF) | (littleEndian[2 * i + 1] << 8));
    }
    return samples;
  }

  private static double[] lowPass(int factor) {
    int middle = TAPS_PER_PHASE * factor / 2;
    double cutoff = PASS / (2.0 * factor);
    double[] filter = new double[2 * middle + 1];
    double sum = 0;
    for (int i = 0; i < filter.length; i++) {
      int x = i - middle;
      double sinc = x == 0 ? 2 * cutoff : Math.sin(2 * Math.PI * cutoff * x) / (Math.PI * x);
      double window = 0.54 + 0.46 * Math.cos(Math.PI * x / middle);
      filter[i] = sinc * window;
      sum += filter[i];
    }
    for (int i = 0; i < filter.length; i++) {
      filter[i] /= sum;
    }
    return filter;
  }

  private static short clipped(double value) {
    return (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
  }
}
