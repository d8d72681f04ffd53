package dev.carillon.sandbox.speech;

import org.jspecify.annotations.Nullable;

/// Finds the beep of an answering machine: one frequency between 400 and 2000 Hz that holds nearly
/// all energy for at least 100 ms. A Goertzel bank, one bin every 10 Hz; vowels spread over several
/// harmonics and never pass.
final class BeepDetector {
  private static final int LOWEST = 400;
  private static final int HIGHEST = 2000;
  private static final int STEP = 10;
  private static final int SHORTEST_FRAMES = 5;
  private static final int FRAME_MS = 20;
  private static final double QUIETEST = 300;
  private static final double SHARE = 0.9;
  private static final double[] TURNS = new double[(HIGHEST - LOWEST) / STEP + 1];

  static {
    for (int bin = 0; bin < TURNS.length; bin++) {
      TURNS[bin] = 2 * Math.cos(2 * Math.PI * (LOWEST + bin * STEP) / MuLaw.RATE);
    }
  }

  private int hertz;
  private int run;

  Verdict feed(byte[] frame, double loudness) {
    int tone = loudness < QUIETEST ? 0 : tone(frame, loudness);
    if (tone != 0 && run > 0 && Math.abs(tone - hertz) <= 2 * STEP) {
      run++;
      return Verdict.TONAL;
    }
    Tone over = run >= SHORTEST_FRAMES ? new Tone(hertz, run * FRAME_MS) : null;
    hertz = tone;
    run = tone == 0 ? 0 : 1;
    return new Verdict(tone != 0, over);
  }

  /// The frequency that holds nearly all energy, 0 when none does.
  private static int tone(byte[] frame, double loudness) {
    double most = 0;
    int best = 0;
    for (int bin = 0; bin < TURNS.length; bin++) {
      double power = power(frame, TURNS[bin]);
      if (power > most) {
        most = power;
        best = LOWEST + bin * STEP;
      }
    }
    double share = 2 * most / ((double) frame.length * frame.length * loudness * loudness);
    return share >= SHARE ? best : 0;
  }

  private static double power(byte[] frame, double turn) {
    double before = 0;
    double last = 0;
    for (byte code : frame) {
      double next = MuLaw.decode(code) + turn * last - before;
      before = last;
      last = next;
    }
    return before * before + last * last - turn * before * last;
  }

  /// Whether this frame is a pure tone, and the beep that ended just before it.
  record Verdict(boolean tonal, @Nullable Tone beep) {
    private static final Verdict TONAL = new Verdict(true, null);
  }

  record Tone(int hertz, int lengthMs) {
    Sound.Beep at(long nowMs) {
      return new Sound.Beep(nowMs - FRAME_MS, hertz, lengthMs);
    }
  }
}
