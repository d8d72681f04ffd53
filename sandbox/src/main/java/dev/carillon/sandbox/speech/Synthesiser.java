package dev.carillon.sandbox.speech;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.util.Arrays;

/// FreeTTS's 16 kHz voice, made to sound like different people by pitch and rate. Belongs to one
/// thread.
final class Synthesiser {
  private static final float RANGE = 12f;

  private final Voice voice;

  Synthesiser() {
    voice =
        Arrays.stream(new KevinVoiceDirectory().getVoices())
            .filter(each -> each.getName().equals("kevin16"))
            .findFirst()
            .orElseThrow();
    voice.allocate();
  }

  /// Samples at 16 kHz.
  short[] speak(SpeakerVoice speaker, String words) {
    Recorder recorder = new Recorder();
    voice.setAudioPlayer(recorder);
    voice.setPitch(speaker.pitchHz());
    voice.setPitchRange(RANGE);
    voice.setRate(speaker.wordsPerMinute());
    voice.speak(words);
    return recorder.samples();
  }

  /// How this voice pronounces a word, in ARPAbet without stress.
  String[] phones(String word) {
    String[] phones = voice.getLexicon().getPhones(word, null);
    return Arrays.stream(phones).map(Synthesiser::arpabet).toArray(String[]::new);
  }

  private static String arpabet(String phone) {
    String plain = phone.replaceAll("[0-9]", "");
    return switch (plain) {
      case "ax" -> "AH";
      case "axr" -> "ER";
      default -> plain.toUpperCase(java.util.Locale.ROOT);
    };
  }
}
