package dev.carillon.bridge.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.net.SentText;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TwilioLineTest {
  private final LineRecorder events = new LineRecorder();
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final TwilioLine line = new TwilioLine(channel, _ -> events);

  TwilioLineTest() {
    channel.pipeline().addLast(line);
    receive("{\"event\":\"connected\"}");
    receive(
        "{\"event\":\"start\",\"sequenceNumber\":\"1\",\"start\":{\"callSid\":\"CA1\",\"mediaFormat\":"
            + "{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1}},\"streamSid\":\"MZ1\"}");
  }

  @Test
  void speechIsWrittenAsTheCarrierWantsItUndecoded() {
    ByteBuf delta = Unpooled.copiedBuffer("..//8AfwCA..", StandardCharsets.UTF_8);

    line.play(delta, 2, 8);
    line.mark(0, 6);
    line.clear();
    line.flush();

    assertThat(sent())
        .containsExactly(
            "{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"payload\":\"//8AfwCA\"}}",
            "{\"event\":\"mark\",\"streamSid\":\"MZ1\",\"mark\":{\"name\":\"g0:6\"}}",
            "{\"event\":\"clear\",\"streamSid\":\"MZ1\"}");
  }

  @Test
  void aBinaryFrameIsNotUnderstood() {
    channel.writeInbound(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(new byte[] {1})));

    assertThat(events.events).contains("broken 1003");
  }

  @Test
  void aPingIsAnswered() {
    channel.writeInbound(new PingWebSocketFrame(Unpooled.wrappedBuffer(new byte[] {7})));

    PongWebSocketFrame pong = channel.readOutbound();
    assertThat(pong.content().readByte()).isEqualTo((byte) 7);
    pong.release();
  }

  @Test
  void aFloodOfMessagesEndsTheStream() {
    for (int i = 0; i < 600; i++) {
      receive(
          "{\"event\":\"media\",\"sequenceNumber\":\"%d\",\"media\":{\"payload\":\"//8=\"}}"
              .formatted(i + 2));
    }

    assertThat(events.events).contains("broken 1008");
  }

  @Test
  void aClosedSocketIsReportedOnceAndWritesNoMore() {
    line.close(1000);
    line.clear();

    CloseWebSocketFrame close = channel.readOutbound();
    assertThat(close.statusCode()).isEqualTo(1000);
    close.release();
    assertThat(channel.outboundMessages()).isEmpty();
    assertThat(channel.isOpen()).isFalse();
    assertThat(events.events.stream().filter("lost"::equals)).hasSize(1);
  }

  private void receive(String text) {
    channel.writeInbound(new TextWebSocketFrame(text));
  }

  private List<String> sent() {
    return SentText.of(channel);
  }
}
