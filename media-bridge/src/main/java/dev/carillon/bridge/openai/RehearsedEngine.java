package dev.carillon.bridge.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.engine.VoiceEngines;
import dev.carillon.bridge.net.SocketHandler;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The Realtime engine without its provider: reads and writes the same messages, but into the air.
/// With it a bridge goes through a conversation before anybody calls.
public final class RehearsedEngine implements VoiceEngines {
  private static final String FORMATS =
      "{\"input\":{\"format\":{\"type\":\"audio/pcmu\"}},"
          + "\"output\":{\"format\":{\"type\":\"audio/pcmu\"}}}";
  private static final String SOUND = Base64.getEncoder().encodeToString(new byte[800]);

  private @Nullable EmbeddedChannel channel;

  @Override
  public VoiceEngine open(EventLoop loop, EngineEvents events) {
    var engine = new RealtimeEngine(events);
    var air = new EmbeddedChannel(new SocketHandler(engine));
    engine.connected(air);
    channel = air;
    return engine;
  }

  @Override
  public String name() {
    return "rehearsal";
  }

  /// Sets the session up as the provider would.
  public void ready() {
    receive(
        "{\"type\":\"session.updated\",\"session\":{\"type\":\"realtime\",\"audio\":"
            + FORMATS
            + "}}");
  }

  /// Makes half a second of speech.
  public void speaks() {
    var ids = "\"response_id\":\"r\",\"item_id\":\"i\"";
    receive("{\"type\":\"response.created\",\"response\":{\"id\":\"r\"}}");
    for (int i = 0; i < 5; i++) {
      receive(
          "{\"type\":\"response.output_audio.delta\",%s,\"delta\":\"%s\"}".formatted(ids, SOUND));
      receive(
          "{\"type\":\"response.output_audio_transcript.delta\",%s,\"delta\":\"word \"}"
              .formatted(ids));
    }
    receive("{\"type\":\"response.output_audio.done\",%s}".formatted(ids));
    receive("{\"type\":\"response.done\",\"response\":{\"id\":\"r\",\"status\":\"completed\"}}");
  }

  /// Hears the person interrupt.
  public void interrupted() {
    receive("{\"type\":\"input_audio_buffer.speech_started\",\"item_id\":\"t\"}");
    receive("{\"type\":\"input_audio_buffer.speech_stopped\",\"item_id\":\"t\"}");
    receive("{\"type\":\"input_audio_buffer.committed\",\"item_id\":\"t\"}");
    receive(
        "{\"type\":\"conversation.item.input_audio_transcription.completed\",\"item_id\":\"t\","
            + "\"transcript\":\"word\"}");
  }

  /// Throws away what was written.
  public void forget() {
    if (channel != null) {
      channel.releaseOutbound();
    }
  }

  private void receive(String text) {
    if (channel != null && channel.isOpen()) {
      channel.writeInbound(new TextWebSocketFrame(Unpooled.copiedBuffer(text, UTF_8)));
    }
  }
}
