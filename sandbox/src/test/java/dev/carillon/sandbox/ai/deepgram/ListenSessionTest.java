package dev.carillon.sandbox.ai.deepgram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.sandbox.ai.realtime.Flaw;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ListenSessionTest {
  @Test
  void whatWasSaidComesAfterTheSilenceThatWasAskedFor() {
    Client client = Client.listening();
    client.silence(400);

    client.says("Yes, please.", 800);
    client.silence(280);
    assertThat(client.finals()).isEmpty();
    client.silence(40);

    JsonNode said = client.finals().getFirst();
    assertThat(client.kinds()).containsExactly("SpeechStarted", "Results");
    assertThat(client.events.getFirst().path("timestamp").asDouble()).isEqualTo(0.4);
    assertThat(said.path("speech_final").asBoolean()).isTrue();
    assertThat(said.path("from_finalize").asBoolean()).isFalse();
    assertThat(said.at("/channel/alternatives/0/transcript").asText()).isEqualTo("Yes, please.");
    assertThat(said.at("/channel/alternatives/0/words/0/word").asText()).isEqualTo("yes");
    assertThat(said.at("/channel/alternatives/0/words/0/punctuated_word").asText())
        .isEqualTo("Yes,");
    assertThat(said.path("start").asDouble() + said.path("duration").asDouble()).isEqualTo(1.5);
  }

  @Test
  void theEndOfAnUtteranceIsToldASecondAfterItsLastWord() {
    Client client = Client.listening();
    client.says("Yes, please.", 800);
    client.silence(960);
    assertThat(client.of("UtteranceEnd")).isEmpty();

    client.silence(2_000);

    assertThat(client.of("UtteranceEnd")).hasSize(1);
    assertThat(client.of("UtteranceEnd").getFirst().path("last_word_end").asDouble())
        .isEqualTo(0.8);
  }

  @Test
  void whoGoesOnSpeakingHasNotEndedTheUtterance() {
    Client client = Client.listening();

    client.says("Yes, please.", 800);
    client.silence(500);
    client.says("Goodbye.", 600);
    client.silence(600);

    assertThat(client.finals()).hasSize(2);
    assertThat(client.of("UtteranceEnd")).isEmpty();
  }

  @Test
  void noiseThatIsNoWordsEndsNoUtterance() {
    Client client = Client.listening();

    client.sound(600);
    client.silence(2_000);

    assertThat(client.finals()).hasSize(1);
    assertThat(client.of("UtteranceEnd")).isEmpty();
  }

  @Test
  void aSentenceThatABreathHasCutIsUnderstoodWhole() {
    Client client = Client.listening();
    client.unclearBelowMs = 1_500;

    client.says("Yes, that suits me well.", 800);
    client.silence(400);
    client.sound(800);
    client.silence(400);

    assertThat(client.finals())
        .extracting(result -> result.at("/channel/alternatives/0/transcript").asText())
        .containsExactly("", "Yes, that suits me well.");
  }

  @Test
  void whatWasNotUnderstoodLongAgoIsNotTakenForTheBeginning() {
    Client client = Client.listening();
    client.unclearBelowMs = 1_500;

    client.says("Yes, that suits me well.", 800);
    client.silence(1_500);
    client.sound(800);
    client.silence(400);

    assertThat(client.finals())
        .extracting(result -> result.at("/channel/alternatives/0/transcript").asText())
        .containsExactly("", "");
  }

  @Test
  void interimResultsComeEverySecondWhileSomebodySpeaks() {
    Client client = Client.listening();

    client.says("Yes, please.", 3_500);

    assertThat(client.of("Results"))
        .hasSize(3)
        .allMatch(result -> !result.path("is_final").asBoolean());
  }

  @Test
  void onlyWhatWasAskedForIsTold() {
    Client client =
        Client.listening(
            new Flaw.None(), "vad_events=false", "smart_format=false", "endpointing=false");

    client.says("Yes, please.", 800);
    client.silence(1_200);

    JsonNode said = client.finals().getFirst();
    assertThat(client.of("SpeechStarted")).isEmpty();
    assertThat(said.path("speech_final").asBoolean()).isFalse();
    assertThat(said.at("/channel/alternatives/0/transcript").asText()).isEqualTo("yes please");
    assertThat(said.at("/channel/alternatives/0/words/0").has("punctuated_word")).isFalse();
  }

  @Test
  void finalizeHurriesWhatIsBeingSaidAndSaysNothingWhenNothingIs() {
    Client client = Client.listening();
    client.silence(500);
    client.send("{\"type\":\"Finalize\"}");
    assertThat(client.events).isEmpty();

    client.says("Yes, please.", 800);
    client.send("{\"type\":\"Finalize\"}");

    assertThat(client.finals().getFirst().path("from_finalize").asBoolean()).isTrue();
    assertThat(client.finals().getFirst().path("speech_final").asBoolean()).isFalse();
    assertThat(client.closedWith).isZero();
  }

  @Test
  void closingTheStreamBringsTheRestAndThenTheMetadata() {
    Client client = Client.listening();
    client.says("Yes, please.", 800);

    client.send("{\"type\":\"CloseStream\"}");

    assertThat(client.kinds()).endsWith("Results", "Metadata");
    assertThat(client.of("Metadata").getFirst().path("duration").asDouble()).isEqualTo(0.8);
    assertThat(client.of("Metadata").getFirst().path("sha256").asText()).hasSize(64);
    assertThat(client.closedWith).isEqualTo(1000);
  }

  @Test
  void anEmptyFrameClosesTheStreamToo() {
    Client client = Client.listening();

    client.send(new byte[0]);

    assertThat(client.kinds()).containsExactly("Metadata");
    assertThat(client.closedWith).isEqualTo(1000);
  }

  @Test
  void tenSecondsWithoutAudioOrKeepAliveAreTheEnd() {
    Client client = Client.listening();
    client.silence(100);
    client.pass(9_000);
    client.send("{\"type\":\"KeepAlive\"}");
    client.pass(9_900);
    assertThat(client.closedWith).isZero();

    client.pass(200);

    assertThat(client.closedWith).isEqualTo(1011);
    assertThat(client.strict()).hasSize(1).first().asString().contains("NET-0001");
  }

  @Test
  void anUnknownMessageIsAnErrorAndNotTheEnd() {
    Client client = Client.listening();

    client.send("{\"type\":\"Flush\"}");
    client.send("hello");

    assertThat(client.of("Error")).hasSize(2);
    assertThat(client.strict()).hasSize(2);
    assertThat(client.closedWith).isZero();
  }

  @Test
  void aTextMessageInABinaryFrameIsNoted() {
    Client client = Client.listening();

    client.send("{\"type\":\"KeepAlive\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(client.strict()).hasSize(1);
  }

  @Test
  void audioMuchFasterThanItIsSpokenIsNotedOnce() {
    Client client = Client.listening();
    byte[] second = new byte[8_000];
    Arrays.fill(second, (byte) 0xFF);

    for (int i = 0; i < 5; i++) {
      client.send(second.clone());
    }
    assertThat(client.strict()).isEmpty();
    client.send(second.clone());
    client.send(second.clone());

    assertThat(client.strict()).hasSize(1);
  }

  @Test
  void aFaultClosesItOrMakesItSilent() {
    Client closing = Client.listening(new Flaw.CloseMidCall(Duration.ofSeconds(2), 1011));
    Client dropping = Client.listening(new Flaw.CloseMidCall(Duration.ofSeconds(2), 1006));
    Client stalled = Client.listening(new Flaw.Stall());

    closing.pass(2_000);
    dropping.pass(2_000);
    stalled.says("Yes, please.", 800);
    stalled.silence(2_000);

    assertThat(closing.closedWith).isEqualTo(1011);
    assertThat(dropping.aborted).isTrue();
    assertThat(stalled.events).isEmpty();
    assertThat(stalled.closedWith).isZero();
  }
}
