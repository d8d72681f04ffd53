package dev.carillon.sandbox.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListeningTest {
  private static final Phrases PHRASES = Phrases.standard();
  private static final Speech SPEECH = new Speech();
  private static final Listening LISTENING = new Listening(PHRASES);
  private static final List<SpeakerVoice> VOICES =
      List.of(
          SpeakerVoice.ASSISTANT,
          new SpeakerVoice("low", 85, 140),
          new SpeakerVoice("high", 205, 190));

  @AfterAll
  static void close() {
    SPEECH.close();
    LISTENING.close();
  }

  @ParameterizedTest
  @EnumSource(Speaker.class)
  void everyPhraseOfTheCatalogueIsUnderstoodInEveryVoice(Speaker speaker) {
    List<String> wrong = new ArrayList<>();
    for (SpeakerVoice voice : VOICES) {
      for (Phrase phrase : PHRASES.of(speaker)) {
        String said = filled(phrase.text());

        Understanding understood = LISTENING.understand(speaker, SPEECH.speak(voice, said));

        if (!understood.text().equalsIgnoreCase(said)
            || !understood.intents().contains(phrase.intent())) {
          wrong.add(voice.name() + ": " + said + " -> " + understood.text());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aSentenceFromOutsideTheCatalogueIsNotTakenForAWish() {
    byte[] sound =
        SPEECH.speak(
            VOICES.getLast(),
            "The train to the harbour leaves from platform nine and is painted blue.");

    assertThat(LISTENING.understand(Speaker.PERSON, sound)).isEqualTo(Understanding.NOTHING);
  }

  @Test
  void aGreetingThatWasLearnedIsUnderstood() {
    String greeting =
        "Hi Anna, this is the AI assistant of Harbour Dental, calling about Tuesday, May 5 at 10:30"
            + " AM.";
    PHRASES.learn(Speaker.ASSISTANT, new Phrase("greeting", greeting));

    Understanding understood =
        LISTENING.understand(Speaker.ASSISTANT, SPEECH.speak(SpeakerVoice.ASSISTANT, greeting));

    assertThat(understood.text()).isEqualTo(greeting);
  }

  private static String filled(String text) {
    return text.replace("{name}", "anna")
        .replace("{day}", "next tuesday")
        .replace("{time}", "half past three");
  }
}
