package dev.carillon.sandbox;

import dev.carillon.sandbox.carrier.handset.Mulaw;
import dev.carillon.sandbox.carrier.handset.Speech;
import dev.carillon.sandbox.people.Voice;

/// People who hum instead of speaking and understand nothing: for calls in which only the line
/// matters.
final class Humming implements Speech {
  private static final int MS_PER_LETTER = 55;

  @Override
  public byte[] speak(Voice voice, String text) {
    byte[] sound = new byte[text.length() * MS_PER_LETTER * 8];
    for (int i = 0; i < sound.length; i++) {
      sound[i] = Mulaw.encode((int) (6_000 * Math.sin(2 * Math.PI * voice.pitchHz() * i / 8_000)));
    }
    return sound;
  }

  @Override
  public String understand(Side from, byte[] mulaw) {
    return "";
  }
}
