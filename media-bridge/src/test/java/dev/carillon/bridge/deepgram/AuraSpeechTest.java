package dev.carillon.bridge.deepgram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.faculty.Voice;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages as in developers.deepgram.com, "Streaming text to speech".
class AuraSpeechTest {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final List<String> told = new ArrayList<>();
  private final AuraSpeech speech =
      new AuraSpeech(
          new Voice.Events() {
            @Override
            public void canSpeak() {
              told.add("canSpeak");
            }

            @Override
            public void sound(ByteBuf mulaw) {
              told.add("sound " + mulaw.readableBytes());
            }

            @Override
            public void flushed() {
              told.add("flushed");
            }

            @Override
            public void voiceLost(String code) {
              told.add("lost " + code);
            }
          });

  @Test
  void theRecordedSpeechIsHeard() throws IOException {
    speech.connected(channel);
    for (var message : Vectors.lines("speak.jsonl")) {
      if (message.startsWith("{\"binary\":")) {
        int bytes = Integer.parseInt(message.replaceAll("\\D", ""));
        speech.binary(Unpooled.wrappedBuffer(new byte[bytes]));
      } else {
        if (message.contains("Warning")) {
          speech.say("This is cut.");
          speech.clear();
        }
        answers(message);
      }
    }

    assertThat(told)
        .containsExactly("canSpeak", "sound 1920", "sound 777", "flushed", "sound 320", "flushed");
  }

  @Test
  void whatIsSaidBeforeTheConnectionIsUpWaits() {
    speech.say("Hello.");
    speech.flush();

    speech.connected(channel);

    assertThat(sent())
        .containsExactly("{\"type\":\"Speak\",\"text\":\"Hello.\"}", "{\"type\":\"Flush\"}");
    assertThat(told).containsExactly("canSpeak");
  }

  @Test
  void afterAClearNothingOldIsHeard() {
    speech.connected(channel);
    speech.say("A long sentence.");
    speech.flush();
    sent();

    speech.clear();
    speech.binary(Unpooled.wrappedBuffer(new byte[160]));
    speech.say("Sorry?");
    speech.flush();
    assertThat(sent()).containsExactly("{\"type\":\"Clear\"}");

    answers("{\"type\":\"Cleared\",\"sequence_id\":0}");
    speech.binary(Unpooled.wrappedBuffer(new byte[80]));

    assertThat(sent()).hasSize(2);
    assertThat(told).containsExactly("canSpeak", "sound 80");
  }

  @Test
  void aVoiceThatSaysNothingNeedsNoClear() {
    speech.connected(channel);

    speech.clear();

    assertThat(sent()).isEmpty();
  }

  @Test
  void aLongTextIsGivenInPiecesTheProviderTakes() {
    speech.connected(channel);

    speech.say("word ".repeat(500));

    assertThat(sent()).hasSize(2).allSatisfy(message -> assertThat(message).hasSizeLessThan(2_050));
  }

  @Test
  void aLostConnectionIsReportedOnce() {
    speech.connected(channel);

    speech.lost("closed_1011");
    speech.lost("connection_lost");

    assertThat(told).containsExactly("canSpeak", "lost closed_1011");
  }

  private void answers(String message) {
    speech.text(Unpooled.copiedBuffer(message, StandardCharsets.UTF_8));
  }

  private List<String> sent() {
    var messages = new ArrayList<String>();
    for (var frame = channel.<Object>readOutbound();
        frame != null;
        frame = channel.readOutbound()) {
      if (frame instanceof TextWebSocketFrame text) {
        messages.add(text.text());
        text.release();
      }
    }
    return messages;
  }
}
