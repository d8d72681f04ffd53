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
  void everyPhraseOfTheCatalogueIsUnderstood(Speaker speaker) {
    List<String> wrong = new ArrayList<>();
    int turn = 0;
    for (Phrase phrase : PHRASES.of(speaker)) {
      SpeakerVoice voice = VOICES.get(turn++ % VOICES.size());
      String said = filled(phrase.text());

      Understanding understood = LISTENING.understand(speaker, SPEECH.speak(voice, said));

      if (!SpokenWords.plain(understood.text()).equals(SpokenWords.plain(said))
          || !understood.intents().contains(phrase.intent())) {
        wrong.add(voice.name() + ": " + said + " -> " + understood.text());
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
  void aBusinessThatWasLearnedIsUnderstoodInTheGreeting() {
    PHRASES.learnName("business", "Harbour Dental Clinic");
    String greeting =
        "Hello, this is the AI assistant of Harbour Dental Clinic calling about your appointment on"
            + " Thursday, July 30 at 3:30 PM. Does that still work for you?";

    Understanding understood =
        LISTENING.understand(Speaker.ASSISTANT, SPEECH.speak(SpeakerVoice.ASSISTANT, greeting));

    assertThat(understood.text())
        .contains("assistant of harbour dental clinic")
        .contains("thursday july thirty at three thirty p m");
    assertThat(understood.intents()).containsOnly("greeting");
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
        .replace("{business}", "Carillon")
        .replace("{appointment}", "on Tuesday, May 5 at 10:30 AM")
        .replace("{day}", "next tuesday")
        .replace("{time}", "half past three");
  }
}
