package dev.carillon.bridge.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A stream that is open and says nothing is no better than one that is closed.
class StallTest {
  private static final byte SILENCE = (byte) 0xFF;

  private final CascadeOnTable table = new CascadeOnTable();
  private final Random noise = new Random(3);

  @Test
  void aModelThatSaysNothingIsToldOfAfterAMomentAndAHalf() {
    table.ears.getLast().turn("Hello?");
    table.clock.advanceMillis(1_400);
    assertThat(table.events.events).noneMatch(event -> event.startsWith("stalled"));

    table.clock.advanceMillis(200);

    assertThat(table.events.events).endsWith("stalled mind_stalled");
  }

  @Test
  void aModelThatStopsInTheMiddleIsToldOf() {
    table.ears.getLast().turn("Hello?");
    table.clock.advanceMillis(1_000);
    table.minds.getLast().attentive();
    table.clock.advanceMillis(1_000);
    assertThat(table.events.events).noneMatch(event -> event.startsWith("stalled"));

    table.clock.advanceMillis(600);

    assertThat(table.events.events).endsWith("stalled mind_stalled");
  }

  @Test
  void aVoiceThatMakesNoSoundIsToldOf() {
    table.ears.getLast().turn("Hello?");
    table.minds.getLast().text("Good morning.");
    table.minds.getLast().thought();

    table.clock.advanceMillis(1_600);

    assertThat(table.events.events).endsWith("stalled voice_stalled");
  }

  @Test
  void aVoiceThatBreaksOffIsToldOf() {
    table.ears.getLast().turn("Hello?");
    table.minds.getLast().text("Good morning.");
    table.minds.getLast().thought();
    table.clock.advanceMillis(1_000);
    table.voiceMakes(160);

    table.clock.advanceMillis(1_600);

    assertThat(table.events.events).endsWith("stalled voice_stalled");
  }

  @Test
  void whatIsWholeOwesNothing() {
    table.ears.getLast().turn("Hello?");
    table.minds.getLast().text("Good morning.");
    table.minds.getLast().thought();
    table.voiceMakes(160);
    table.voices.getLast().flushed();

    table.clock.advanceMillis(10_000);

    assertThat(table.events.events).noneMatch(event -> event.startsWith("stalled"));
  }

  @Test
  void whatWasStoppedOwesNothing() {
    table.ears.getLast().turn("Hello?");
    table.minds.getLast().text("Good morning. And");
    table.ears.getLast().personBegan();

    table.clock.advanceMillis(10_000);

    assertThat(table.events.events).noneMatch(event -> event.startsWith("stalled"));
  }

  @Test
  void earsThatOverhearSpeechAreToldOfWithinTwoSeconds() {
    table.ears.getLast().listening();
    silence(1_000);
    speech(1_000);
    silence(700);
    assertThat(table.events.events).isEmpty();

    silence(200);

    assertThat(table.events.events)
        .singleElement()
        .asString()
        .matches("stalled ears_stalled 1[89]\\d\\d");
  }

  @Test
  void earsThatSayAnythingAreThere() {
    table.ears.getLast().listening();
    speech(1_000);
    table.ears.getLast().attentive();
    silence(3_000);

    assertThat(table.events.events).isEmpty();
  }

  @Test
  void aShortNoiseIsNoSpeech() {
    table.ears.getLast().listening();
    for (int i = 0; i < 5; i++) {
      speech(300);
      silence(1_500);
    }

    assertThat(table.events.events).isEmpty();
  }

  @Test
  void aBeepIsNoSpeech() {
    table.ears.getLast().listening();
    silence(500);
    for (int frame = 0; frame < 75; frame++) {
      var sound = new byte[160];
      for (int i = 0; i < sound.length; i++) {
        sound[i] = (byte) (i / 4 % 2 == 0 ? 0x90 : 0x10);
      }
      table.hears(sound);
    }
    silence(3_000);

    assertThat(table.events.events).isEmpty();
  }

  private void silence(int millis) {
    var frame = new byte[160];
    Arrays.fill(frame, SILENCE);
    for (int at = 0; at < millis; at += 20) {
      table.hears(frame);
    }
  }

  private void speech(int millis) {
    var frame = new byte[160];
    for (int at = 0; at < millis; at += 20) {
      noise.nextBytes(frame);
      table.hears(frame);
    }
  }
}
