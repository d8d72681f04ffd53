package dev.carillon.bridge.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.engine.RecordedEvents;
import dev.carillon.bridge.net.SentText;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealtimeEngineTest {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final RealtimeEngine engine = new RealtimeEngine(new RecordedEvents());

  @Test
  void whatThePersonSaysIsPassedOnUndecoded() {
    engine.connected(channel);
    engine.configured();

    hear("..//8AfwCA..", 2, 8);

    assertThat(sent())
        .containsExactly("{\"type\":\"input_audio_buffer.append\",\"audio\":\"//8AfwCA\"}");
  }

  @Test
  void soundWaitsUntilTheSessionTakesItsFormat() {
    engine.connected(channel);
    hear("AAAA", 0, 4);
    hear("BBBB", 0, 4);
    assertThat(sent()).isEmpty();

    engine.configured();

    assertThat(sent()).hasSize(2).first().asString().contains("AAAA");
  }

  @Test
  void whatIsAskedBeforeTheConnectionIsUpIsAskedThen() {
    engine.respond(Prompt.AFTER_TOOLS);

    engine.connected(channel);

    assertThat(sent()).containsExactly("{\"type\":\"response.create\"}");
  }

  @Test
  void aClosedEngineSendsNothingAndKeepsNothing() {
    var frame = Unpooled.copiedBuffer("AAAA", StandardCharsets.UTF_8);
    engine.hear(frame, 0, 4);
    engine.close();
    engine.close();

    engine.connected(channel);
    engine.respond(Prompt.AFTER_TOOLS);
    engine.hear(frame, 0, 4);

    assertThat(channel.outboundMessages()).isEmpty();
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void noMoreThanTwentyFiveSecondsWaitForAnEngine() {
    for (int i = 0; i < 1_350; i++) {
      hear("AAAA", 0, 4);
    }
    engine.connected(channel);
    engine.configured();

    assertThat(sent()).hasSize(1_250);
    assertThat(engine.dropped()).isEqualTo(100);
  }

  @Test
  void anEngineThatReadsTooSlowlyMissesWhatComesMeanwhile() {
    engine.connected(channel);
    engine.configured();
    channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(50, 100));
    var frame = Unpooled.copiedBuffer("AAAA", StandardCharsets.UTF_8);

    for (int i = 0; i < 5; i++) {
      engine.hear(frame, 0, 4);
    }
    assertThat(channel.isWritable()).isFalse();
    long dropped = engine.dropped();
    engine.flush();
    engine.hear(frame, 0, 4);
    engine.flush();

    assertThat(dropped).isPositive();
    assertThat(engine.dropped()).isEqualTo(dropped);
    assertThat(sent()).hasSize(6 - (int) dropped);
    frame.release();
  }

  private void hear(String text, int from, int length) {
    ByteBuf frame = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    engine.hear(frame, from, length);
    engine.flush();
    frame.release();
  }

  private List<String> sent() {
    return SentText.of(channel);
  }
}
