package dev.carillon.bridge.cascade;

import java.time.Duration;

/// Notices ears that say nothing although somebody speaks. Its time is that of the audio: a line
/// that sends nothing is owed nothing. Steady tones, such as a machine's beep, are not speech.
final class Attention {
  private static final int BYTES_PER_MS = 8;

  /// Six tenths of a second that are loud: a word or two.
  private static final int SPOKEN_BYTES = 600 * BYTES_PER_MS;

  /// A second of quiet makes what was loud before a noise of its own.
  private static final int QUIET_BYTES = 1_000 * BYTES_PER_MS;

  /// Providers tell within half a second of speech that they hear some.
  private static final int PATIENCE_BYTES = 1_200 * BYTES_PER_MS;

  private static final int QUIETEST_VOICE = 250;
  private static final double ABOVE_NOISE = 3.5;
  private static final int TONAL_FRAMES = 5;
  private static final int[] MAGNITUDE = new int[256];

  static {
    for (int code = 0; code < 256; code++) {
      int bits = ~code;
      MAGNITUDE[code] = ((((bits & 0x0F) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
    }
  }

  private double noise = 60;
  private long heard;
  private long firstLoud;
  private long lastLoud;
  private long spoken;
  private double level;
  private int crossings;
  private int alike;

  /// Takes what the ears are given; true once for speech that they should have noticed by now.
  boolean overlooked(byte[] mulaw, int length) {
    heard += length;
    if (loud(mulaw, length)) {
      firstLoud = spoken == 0 ? heard - length : firstLoud;
      lastLoud = heard;
      spoken += length;
    } else if (spoken > 0 && spoken < SPOKEN_BYTES && heard - lastLoud > QUIET_BYTES) {
      noticed();
    }
    return spoken >= SPOKEN_BYTES && heard - firstLoud > SPOKEN_BYTES + PATIENCE_BYTES;
  }

  /// How long ago the speech began that was not noticed.
  Duration since() {
    return Duration.ofMillis((heard - firstLoud) / BYTES_PER_MS);
  }

  /// The ears are there.
  void noticed() {
    spoken = 0;
  }

  private boolean loud(byte[] mulaw, int length) {
    long sum = 0;
    int changes = 0;
    for (int i = 0; i < length; i++) {
      sum += MAGNITUDE[mulaw[i] & 0xFF];
      if (i > 0 && (mulaw[i] < 0) != (mulaw[i - 1] < 0)) {
        changes++;
      }
    }
    double now = length == 0 ? 0 : (double) sum / length;
    boolean same = Math.abs(now - level) < level * 0.05 && Math.abs(changes - crossings) <= 1;
    alike = same ? alike + 1 : 0;
    level = now;
    crossings = changes;
    boolean loud = now > Math.max(QUIETEST_VOICE, noise * ABOVE_NOISE);
    if (!loud) {
      noise = now < noise ? now : noise * 0.95 + now * 0.05;
    }
    return loud && alike < TONAL_FRAMES;
  }
}
