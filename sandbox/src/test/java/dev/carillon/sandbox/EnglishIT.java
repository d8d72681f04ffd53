package dev.carillon.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.sandbox.carrier.handset.Language.Side;
import dev.carillon.sandbox.people.Lines;
import dev.carillon.sandbox.people.Voice;
import dev.carillon.sandbox.speech.Listening;
import dev.carillon.sandbox.speech.Phrases;
import dev.carillon.sandbox.speech.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class EnglishIT {
  @Test
  void almostEverythingThatPeopleSayIsUnderstoodFromTheirVoice() {
    SplittableRandom chance = new SplittableRandom(3);
    List<String> misheard = new ArrayList<>();
    try (Speech speech = new Speech();
        Listening listening = new Listening(Phrases.standard())) {
      English english = new English(speech, listening);
      for (String line : Lines.all()) {
        byte[] sound = english.speak(Voice.any(chance), line);
        String heard = english.understand(Side.PERSON, sound);
        if (!plain(heard).equals(plain(line))) {
          misheard.add(line + " -> " + heard);
        }
      }
    }

    assertThat(misheard).hasSizeLessThanOrEqualTo(2);
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
  }
}
