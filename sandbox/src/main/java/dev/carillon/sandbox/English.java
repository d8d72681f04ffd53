package dev.carillon.sandbox;

import dev.carillon.sandbox.carrier.handset.Language;
import dev.carillon.sandbox.people.Voice;
import dev.carillon.sandbox.speech.Listening;
import dev.carillon.sandbox.speech.Speaker;
import dev.carillon.sandbox.speech.SpeakerVoice;
import dev.carillon.sandbox.speech.Speech;

/// People who really speak and really listen.
final class English implements Language {
  private static final float WORDS_PER_MINUTE = 150;

  private final Speech speech;
  private final Listening listening;

  English(Speech speech, Listening listening) {
    this.speech = speech;
    this.listening = listening;
  }

  /// Says and hears something, so that no conversation has to wait for the models to load.
  void warmUp() {
    byte[] sound = speak(new Voice(120, 1), "Goodbye.");
    for (Side side : Side.values()) {
      listening.understand(speaker(side), sound);
    }
  }

  @Override
  public byte[] speak(Voice voice, String text) {
    SpeakerVoice speaker =
        new SpeakerVoice("person", voice.pitchHz(), voice.rate() * WORDS_PER_MINUTE);
    return speech.speak(speaker, text);
  }

  @Override
  public String understand(Side from, byte[] mulaw) {
    return listening.understand(speaker(from), mulaw).text();
  }

  private static Speaker speaker(Side side) {
    return side == Side.PERSON ? Speaker.PERSON : Speaker.ASSISTANT;
  }
}
