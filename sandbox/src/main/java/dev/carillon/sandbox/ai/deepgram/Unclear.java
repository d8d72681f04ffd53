package dev.carillon.sandbox.ai.deepgram;

import dev.carillon.sandbox.speech.MuLaw;
import dev.carillon.sandbox.speech.Sound;
import java.io.ByteArrayOutputStream;

/// What was heard and not understood, perhaps because a breath cut the sentence: the sandbox's
/// recogniser knows sentences alone.
final class Unclear {
  private static final long LONGEST_BREATH_MS = 1_000;
  private static final int MOST_BYTES = 10 * MuLaw.RATE;

  private byte[] sound = {};
  private long endedMs;

  /// What `next` may be the rest of, and `next` itself.
  byte[] with(Sound.Ended next) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    if (next.beganMs() - endedMs <= LONGEST_BREATH_MS) {
      whole.writeBytes(sound);
    }
    whole.writeBytes(next.audio());
    return whole.toByteArray();
  }

  /// This was not understood either.
  void keep(byte[] whole, Sound.Ended last) {
    sound = whole.length > MOST_BYTES ? last.audio() : whole;
    endedMs = last.endedMs();
  }

  void forget() {
    sound = new byte[0];
  }
}
