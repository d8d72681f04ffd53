package dev.carillon.sandbox.ai.deepgram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.sandbox.ai.realtime.Flaw;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpeakSessionTest {
  private static final String FLUSH = "{\"type\":\"Flush\"}";

  @Test
  void whatIsFlushedIsSpokenWholeAndFasterThanItIsHeard() {
    Client client = Client.speaking();
    client.send(speak("Hello there."));
    client.pass(500);
    assertThat(client.kinds()).containsExactly("Metadata");

    client.send(FLUSH);
    client.pass(400);

    // 12 letters of 60 ms
    assertThat(client.soundBytes).isEqualTo(12 * 480);
    assertThat(client.kinds()).containsExactly("Metadata", "sound", "Flushed");
    assertThat(client.of("Metadata").getFirst().path("model_name").asText())
        .isEqualTo("aura-2-thalia-en");
    assertThat(client.of("Flushed").getFirst().path("sequence_id").asInt()).isZero();
    assertThat(client.strict()).isEmpty();
  }

  @Test
  void oneFlushAfterAnotherIsAnswered() {
    Client client = Client.speaking();

    client.send(speak("One."));
    client.send(FLUSH);
    client.send(speak("Two."));
    client.send(FLUSH);
    client.send(FLUSH);
    client.pass(1_000);

    assertThat(client.kinds()).containsExactly("Metadata", "sound", "Flushed", "sound", "Flushed");
    assertThat(client.of("Flushed"))
        .extracting(flushed -> flushed.path("sequence_id").asInt())
        .containsExactly(0, 1, 2);
  }

  @Test
  void nothingComesAfterCleared() {
    Client client = Client.speaking();
    client.send(speak("A sentence of some length that takes a while to be spoken."));
    client.send(FLUSH);
    client.send(speak("Another one."));
    client.pass(100);
    int before = client.soundBytes;

    client.send("{\"type\":\"Clear\"}");
    int atMostAPieceMore = client.soundBytes;
    client.send(FLUSH);
    client.pass(2_000);

    assertThat(before).isPositive();
    assertThat(atMostAPieceMore - before).isBetween(0, 480);
    assertThat(client.soundBytes).isEqualTo(atMostAPieceMore);
    assertThat(client.kinds()).containsExactly("Metadata", "sound", "Cleared", "Flushed");
  }

  @Test
  void closingSpeaksWhatWasGathered() {
    Client client = Client.speaking();
    client.send(speak("Goodbye."));

    client.send("{\"type\":\"Close\"}");
    assertThat(client.closedWith).isZero();
    client.pass(1_000);

    assertThat(client.soundBytes).isEqualTo(8 * 480);
    assertThat(client.closedWith).isEqualTo(1000);
  }

  @Test
  void theTwentyFirstFlushOfAMinuteIsWarnedOf() {
    Client client = Client.speaking();
    for (int i = 0; i < 20; i++) {
      client.send(FLUSH);
    }
    assertThat(client.of("Warning")).isEmpty();

    client.send(FLUSH);
    assertThat(client.of("Warning")).hasSize(1);
    assertThat(client.of("Flushed")).hasSize(20);
    assertThat(client.strict()).hasSize(1);

    client.pass(61_000);
    client.send(FLUSH);
    assertThat(client.of("Flushed")).hasSize(21);
  }

  @Test
  void textThatIsTooLongIsWarnedOfAndNotSpoken() {
    Client client = Client.speaking();

    client.send(speak("a".repeat(2_001)));
    client.send(speak(" "));
    client.send(FLUSH);
    client.pass(1_000);

    assertThat(client.of("Warning")).hasSize(2);
    assertThat(client.strict()).hasSize(2);
    assertThat(client.soundBytes).isZero();
  }

  @Test
  void unknownMessagesAreErrorsAndBinaryOnesTheEnd() {
    Client client = Client.speaking();

    client.send("{\"type\":\"KeepAlive\"}");
    assertThat(client.of("Error")).hasSize(1);
    client.send(new byte[] {1});

    assertThat(client.closedWith).isEqualTo(1003);
    assertThat(client.strict()).hasSize(2);
  }

  @Test
  void aFaultClosesItOrMakesItSilent() {
    Client closing = Client.speaking(new Flaw.CloseMidCall(Duration.ofSeconds(2), 1011));
    Client stalled = Client.speaking(new Flaw.Stall());

    closing.pass(2_000);
    stalled.send(speak("Hello."));
    stalled.send(FLUSH);
    stalled.pass(2_000);

    assertThat(closing.closedWith).isEqualTo(1011);
    assertThat(stalled.order).isEmpty();
  }

  private static String speak(String text) {
    return "{\"type\":\"Speak\",\"text\":\"" + text + "\"}";
  }
}
