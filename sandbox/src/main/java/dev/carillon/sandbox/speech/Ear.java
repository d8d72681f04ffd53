package dev.carillon.sandbox.speech;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a stream of mu-law into stretches of speech by their energy, frame by frame of 20 ms, and
/// tells a machine's beep from speech. It keeps the audio of a stretch until it is over, a minute
/// at most. For one thread.
public final class Ear {
  private static final int FRAME_MS = 20;
  private static final int ONSET_FRAMES = 3;
  private static final int LEAD_FRAMES = 10;
  private static final int TAIL_FRAMES = 8;
  private static final int LONGEST_FRAMES = 3000;
  private static final int QUIETEST_VOICE = 300;
  private static final double ABOVE_NOISE = 3.5;

  private final byte[] frame = new byte[MuLaw.FRAME];
  private final byte[] lead = new byte[LEAD_FRAMES * MuLaw.FRAME];
  private final ByteArrayOutputStream stretch = new ByteArrayOutputStream();
  private final BeepDetector beeps = new BeepDetector();
  private final List<Sound> noticed = new ArrayList<>();
  private int pauseFrames;
  private int filled;
  private long frames;
  private long beganFrame;
  private long lastVoicedFrame;
  private int voicedRun;
  private double noise = 60;
  private boolean inside;

  /// @param pauseMs the silence that ends a stretch
  public Ear(int pauseMs) {
    Arrays.fill(lead, MuLaw.SILENCE);
    pause(pauseMs);
  }

  /// Changes the silence that ends a stretch.
  public void pause(int pauseMs) {
    pauseFrames = Math.max(1, Math.ceilDiv(pauseMs, FRAME_MS));
  }

  /// Takes audio in pieces of any size and says what was noticed with it.
  public List<Sound> hear(byte[] muLaw) {
    noticed.clear();
    int at = 0;
    while (at < muLaw.length) {
      int length = Math.min(frame.length - filled, muLaw.length - at);
      System.arraycopy(muLaw, at, frame, filled, length);
      filled += length;
      at += length;
      if (filled == frame.length) {
        filled = 0;
        take();
      }
    }
    return noticed.isEmpty() ? List.of() : List.copyOf(noticed);
  }

  /// The stretch that is going on, ended here.
  public List<Sound> cut() {
    noticed.clear();
    if (inside) {
      finish();
    }
    return List.copyOf(noticed);
  }

  /// Whether a stretch is going on, pauses included.
  public boolean speaking() {
    return inside;
  }

  /// The silence since the last voiced frame.
  public long quietMs() {
    return (frames - lastVoicedFrame) * FRAME_MS;
  }

  /// How much audio was given.
  public long elapsedMs() {
    return frames * FRAME_MS;
  }

  private void take() {
    frames++;
    double loudness = loudness();
    BeepDetector.Verdict verdict = beeps.feed(frame, loudness);
    if (verdict.beep() != null) {
      noticed.add(verdict.beep().at(frames * FRAME_MS));
    }
    boolean voiced = loudness > Math.max(QUIETEST_VOICE, noise * ABOVE_NOISE) && !verdict.tonal();
    if (!voiced && !verdict.tonal()) {
      noise = loudness < noise ? loudness : noise * 0.95 + loudness * 0.05;
    }
    voicedRun = voiced ? voicedRun + 1 : 0;
    if (voiced) {
      lastVoicedFrame = frames;
    }
    if (inside) {
      stretch.write(frame, 0, frame.length);
      if (frames - lastVoicedFrame >= pauseFrames || frames - beganFrame >= LONGEST_FRAMES) {
        finish();
      }
      return;
    }
    System.arraycopy(lead, frame.length, lead, 0, lead.length - frame.length);
    System.arraycopy(frame, 0, lead, lead.length - frame.length, frame.length);
    if (voicedRun >= ONSET_FRAMES) {
      begin();
    }
  }

  private void begin() {
    inside = true;
    beganFrame = frames - ONSET_FRAMES;
    stretch.reset();
    stretch.write(lead, 0, lead.length);
    Arrays.fill(lead, MuLaw.SILENCE);
    noticed.add(new Sound.Began(beganFrame * FRAME_MS));
  }

  private void finish() {
    inside = false;
    voicedRun = 0;
    byte[] all = stretch.toByteArray();
    stretch.reset();
    int silent = (int) Math.max(0, frames - lastVoicedFrame - TAIL_FRAMES) * MuLaw.FRAME;
    byte[] audio = Arrays.copyOf(all, Math.max(0, all.length - silent));
    noticed.add(new Sound.Ended(beganFrame * FRAME_MS, lastVoicedFrame * FRAME_MS, audio));
  }

  private double loudness() {
    long power = 0;
    for (byte code : frame) {
      long sample = MuLaw.decode(code);
      power += sample * sample;
    }
    return Math.sqrt((double) power / frame.length);
  }
}
