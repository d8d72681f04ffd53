package dev.carillon.bridge.deepgram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.faculty.Ears;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FluxListeningTest {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final List<String> told = new ArrayList<>();
  private FluxListening listening;

  @BeforeEach
  void freeze() {
    channel.freezeTime();
    listening =
        new FluxListening(
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
              public void earlyTurn(String text) {
                told.add("early " + text);
              }

              @Override
              public void turnResumed() {
                told.add("resumed");
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
  }

  @Test
  void theRecordedConversationIsUnderstood() throws IOException {
    for (var message : Vectors.lines("flux.jsonl")) {
      says(message);
    }

    assertThat(told)
        .containsExactly(
            "listening",
            "began",
            "early I will",
            "resumed",
            "early I will be there at ten.",
            "turn I will be there at ten.",
            "began",
            "turn Thank you.");
  }

  @Test
  void soundThatCameBeforeTheConnectionGoesOutFirst() {
    var early = new FluxListening(channel.eventLoop(), new Deaf());
    early.hear(new byte[] {1, 2, 3, 4}, 2);
    early.connected(channel);
    early.hear(new byte[] {5, 6}, 2);
    early.flush();

    assertThat(channel.<BinaryWebSocketFrame>readOutbound().content().readableBytes()).isEqualTo(2);
    assertThat(channel.<BinaryWebSocketFrame>readOutbound().content().getByte(0))
        .isEqualTo((byte) 5);
  }

  @Test
  void aTurnThatIsNotHeardOfAnyMoreIsOver() {
    turn("StartOfTurn", 0, "Yes");

    channel.advanceTimeBy(2_600, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
    turn("EndOfTurn", 0, "Yes please");

    assertThat(told).containsExactly("began", "turn Yes");
  }

  @Test
  void aTurnThatIsClosedNeedsNoAnswerOfTheProvider() {
    turn("StartOfTurn", 0, "Bye");

    listening.closeTurn();
    channel.advanceTimeBy(800, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();

    assertThat(channel.<TextWebSocketFrame>readOutbound().text())
        .isEqualTo("{\"type\":\"ForceEndTurn\"}");
    assertThat(told).containsExactly("began", "turn Bye");
  }

  @Test
  void whatWasUnderstoodIsNotLostWithTheConnection() {
    turn("StartOfTurn", 0, "I will");
    turn("Update", 0, "I will be there");

    listening.lost("closed_1011");

    assertThat(told).containsExactly("began", "turn I will be there", "lost closed_1011");
  }

  @Test
  void anErrorIsALoss() {
    says(
        "{\"type\":\"Error\",\"sequence_id\":1,\"code\":\"INTERNAL_SERVER_ERROR\",\"description\":\"…\"}");

    assertThat(told).containsExactly("lost error_internal_server_error");
  }

  private void turn(String event, int index, String transcript) {
    says(
        """
        {"type":"TurnInfo","request_id":"r","sequence_id":1,"event":"%s","turn_index":%d,\
        "audio_window_start":0.0,"audio_window_end":1.0,"transcript":"%s","words":[],\
        "end_of_turn_confidence":0.5}\
        """
            .formatted(event, index, transcript));
  }

  private void says(String message) {
    listening.text(Unpooled.copiedBuffer(message, StandardCharsets.UTF_8));
  }

  private static final class Deaf implements Ears.Events {
    @Override
    public void listening() {}

    @Override
    public void attentive() {}

    @Override
    public void personBegan() {}

    @Override
    public void turn(String text) {}

    @Override
    public void earsLost(String code) {}
  }
}
