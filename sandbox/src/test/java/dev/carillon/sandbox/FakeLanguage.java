package dev.carillon.sandbox;

import dev.carillon.sandbox.carrier.handset.Language;
import dev.carillon.sandbox.people.Voice;
import dev.carillon.sandbox.speech.MuLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Speech that is one loud byte per text: what is understood still comes from the audio that
/// arrived.
final class FakeLanguage implements Language {
  private static final int MILLIS = 800;
  private static final int MOST_TEXTS = 100;

  private final List<String> texts = new ArrayList<>();

  @Override
  public synchronized byte[] speak(Voice voice, String text) {
    int index = texts.indexOf(text);
    if (index < 0) {
      index = texts.size();
      texts.add(text);
    }
    if (index >= MOST_TEXTS) {
      throw new IllegalStateException("too many texts");
    }
    byte[] sound = new byte[MILLIS * 8];
    Arrays.fill(sound, (byte) index);
    return sound;
  }

  @Override
  public synchronized String understand(Side from, byte[] mulaw) {
    for (byte code : mulaw) {
      if (code != MuLaw.SILENCE) {
        return code >= 0 && code < texts.size() ? texts.get(code) : "";
      }
    }
    return "";
  }
}
