package dev.carillon.bridge.deepgram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.faculty.Ears;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Messages as in developers.deepgram.com, "Live streaming audio".
class NovaListeningTest {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final List<String> told = new ArrayList<>();
  private NovaListening listening;

  @BeforeEach
  void freeze() {
    channel.freezeTime();
    listening =
        new NovaListening(
            channel.eventLoop(),
            new Ears.Events() {
              @Override
              public void listening() {
                told.add("listening");
              }

              @Override
              public void attentive() {
                // Told of in everything else.
              }

              @Override
              public void personBegan() {
                told.add("began");
              }

              @Override
              public void turn(String text) {
                told.add("turn " + text);
              }

              @Override
              public void earsLost(String code) {
                told.add("lost " + code);
              }
            });
    listening.connected(channel);
    told.clear();
  }

  @Test
  void theRecordedConversationIsUnderstood() throws IOException {
    for (var message : Vectors.lines("nova.jsonl")) {
      says(message);
    }

    assertThat(told)
        .containsExactly(
            "began",
            "turn I will be there at ten.",
            "began",
            "turn Thank you.",
            "began",
            "turn Bye.");
  }

  @Test
  void soundGoesOutRaw() {
    hear(new byte[] {1, 2, 3});

    var frame = channel.<BinaryWebSocketFrame>readOutbound();

    assertThat(frame.content().readableBytes()).isEqualTo(3);
    assertThat(frame.content().getByte(2)).isEqualTo((byte) 3);
    frame.release();
  }

  @Test
  void aTurnIsOverWithSpeechFinal() {
    says("{\"type\":\"SpeechStarted\",\"channel\":[0],\"timestamp\":0.5}");
    results("I will", false, false);
    results("I will be there", true, true);

    assertThat(told).containsExactly("began", "turn I will be there");
  }

  @Test
  void piecesOfATurnAreJoined() {
    results("I will be there", true, false);
    results("at ten", true, true);

    assertThat(told).containsExactly("began", "turn I will be there at ten");
  }

  @Test
  void utteranceEndEndsATurnWhoseSpeechFinalDidNotCome() {
    results("Yes", true, false);
    says("{\"type\":\"UtteranceEnd\",\"channel\":[0,1],\"last_word_end\":3.1}");
    says("{\"type\":\"UtteranceEnd\",\"channel\":[0,1],\"last_word_end\":3.1}");

    assertThat(told).containsExactly("began", "turn Yes");
  }

  @Test
  void onANoisyLineTimeEndsTheTurn() {
    results("Yes", true, false);
    channel.advanceTimeBy(2_600, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();

    assertThat(told).containsExactly("began", "turn Yes");
  }

  @Test
  void noiseIsATurnWithoutWords() {
    says("{\"type\":\"SpeechStarted\",\"channel\":[0],\"timestamp\":0.5}");
    channel.advanceTimeBy(2_600, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();

    assertThat(told).containsExactly("began", "turn ");
  }

  @Test
  void aTurnThatIsClosedNeedsNoAnswerOfTheProvider() {
    results("Bye", true, false);

    listening.closeTurn();
    channel.advanceTimeBy(800, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();

    assertThat(((TextWebSocketFrame) channel.<WebSocketFrame>readOutbound()).text())
        .isEqualTo("{\"type\":\"Finalize\"}");
    assertThat(told).containsExactly("began", "turn Bye");
  }

  @Test
  void whatWasUnderstoodIsNotLostWithTheConnection() {
    results("I will be there", true, false);

    listening.lost("closed_1011");

    assertThat(told).containsExactly("began", "turn I will be there", "lost closed_1011");
  }

  @Test
  void whatIsNoJsonSaysNothing() {
    says("<html>");

    assertThat(told).isEmpty();
  }

  private void hear(byte[] sound) {
    listening.hear(sound, sound.length);
    listening.flush();
  }

  private void results(String words, boolean last, boolean over) {
    says(
        """
        {"speech_final":%b,"channel":{"alternatives":[{"transcript":"%s","confidence":0.9}]},\
        "is_final":%b,"type":"Results","from_finalize":false}\
        """
            .formatted(over, words, last));
  }

  private void says(String message) {
    listening.text(Unpooled.copiedBuffer(message, StandardCharsets.UTF_8));
  }
}
