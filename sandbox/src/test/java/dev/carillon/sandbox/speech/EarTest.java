package dev.carillon.sandbox.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarTest {
  private static final Speech SPEECH = new Speech();

  @AfterAll
  static void close() {
    SPEECH.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {160, 1, 777, 4000})
  void speechBetweenSilenceIsOneStretchWhateverThePiecesAre(int piece) {
    byte[] said = SPEECH.speak(SpeakerVoice.ASSISTANT, "Does the time still suit you?");

    List<Sound> noticed = hear(new Ear(500), piece, silence(1000), said, silence(1000));

    assertThat(noticed).hasSize(2);
    assertThat(noticed.getFirst())
        .isInstanceOfSatisfying(
            Sound.Began.class, began -> assertThat(began.atMs()).isBetween(980L, 1200L));
    assertThat(noticed.getLast())
        .isInstanceOfSatisfying(
            Sound.Ended.class,
            ended ->
                assertThat(ended.endedMs())
                    .isBetween(1000L + said.length / 8 - 400, 1000L + said.length / 8));
  }

  @Test
  void aPauseShorterThanTheLimitDoesNotEndAStretch() {
    byte[] said = SPEECH.speak(SpeakerVoice.ASSISTANT, "One moment.");

    List<Sound> noticed = hear(new Ear(600), 160, said, silence(200), said, silence(800));

    assertThat(noticed).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {440, 1000, 1250, 1400, 1500, 1700})
  void aBeepIsABeepAndNoSpeech(int hertz) {
    List<Sound> noticed = hear(new Ear(500), 160, silence(500), tone(hertz, 400), silence(500));

    assertThat(noticed)
        .singleElement()
        .isInstanceOfSatisfying(
            Sound.Beep.class,
            beep -> {
              assertThat(beep.hertz()).isBetween(hertz - 25, hertz + 25);
              assertThat(beep.lengthMs()).isBetween(360, 420);
            });
  }

  @Test
  void speechIsNeverTakenForABeep() {
    for (Phrase phrase : Phrases.standard().of(Speaker.ASSISTANT)) {
      byte[] said = SPEECH.speak(new SpeakerVoice("high", 220, 150), phrase.text());

      List<Sound> noticed = hear(new Ear(500), 160, said, silence(600));

      assertThat(noticed).noneMatch(Sound.Beep.class::isInstance);
    }
  }

  @Test
  void silenceAndFaintNoiseAreNothing() {
    byte[] hiss = new byte[8000];
    for (int i = 0; i < hiss.length; i++) {
      hiss[i] = MuLaw.encode((short) ((i * 7919) % 160 - 80));
    }

    assertThat(hear(new Ear(500), 160, silence(500), hiss)).isEmpty();
  }

  private static List<Sound> hear(Ear ear, int piece, byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    byte[] sound = all.toByteArray();
    List<Sound> noticed = new ArrayList<>();
    for (int at = 0; at < sound.length; at += piece) {
      noticed.addAll(ear.hear(Arrays.copyOfRange(sound, at, Math.min(sound.length, at + piece))));
    }
    return noticed;
  }

  private static byte[] silence(int millis) {
    byte[] silence = new byte[millis * 8];
    Arrays.fill(silence, MuLaw.SILENCE);
    return silence;
  }

  private static byte[] tone(int hertz, int millis) {
    byte[] tone = new byte[millis * 8];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = MuLaw.encode((short) (9000 * Math.sin(2 * Math.PI * hertz * i / MuLaw.RATE)));
    }
    return tone;
  }
}
