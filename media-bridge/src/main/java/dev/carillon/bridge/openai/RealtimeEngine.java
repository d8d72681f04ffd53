package dev.carillon.bridge.openai;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.net.SocketEvents;
import dev.carillon.call.CallBrief;
import dev.carillon.call.TranscriptLine;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The writing half of one Realtime connection. Audio is spliced: the base64 text of the phone line
/// goes between two constant pieces of JSON, undecoded.
final class RealtimeEngine implements VoiceEngine, SocketEvents {
  private static final byte[] APPEND =
      "{\"type\":\"input_audio_buffer.append\",\"audio\":\"".getBytes(US_ASCII);
  private static final byte[] APPEND_END = "\"}".getBytes(US_ASCII);

  /// Twenty-five seconds of what the person says while the call is claimed and the session set up.
  private static final int MOST_UNHEARD = 1_250;

  private final Queue<String> waiting = new ArrayDeque<>();
  private final Queue<ByteBuf> unheard = new ArrayDeque<>();
  private @Nullable Channel channel;
  private final EngineEvents events;
  private final RealtimeReader reader;
  private boolean configured;
  private boolean closed;
  private long dropped;

  RealtimeEngine(EngineEvents events) {
    this.events = events;
    this.reader = new RealtimeReader(events, this::configured);
  }

  /// What was said before is sent now.
  @Override
  public void connected(Channel opened) {
    if (closed) {
      opened.close();
      return;
    }
    channel = opened;
    for (var message = waiting.poll(); message != null; message = waiting.poll()) {
      write(opened, message);
    }
    opened.flush();
  }

  /// The session takes mu-law from here on; in any other format what the person says would be
  /// noise.
  void configured() {
    configured = true;
    var open = channel;
    for (var text = unheard.poll(); text != null; text = unheard.poll()) {
      if (open == null) {
        text.release();
      } else {
        open.write(new TextWebSocketFrame(text), open.voidPromise());
      }
    }
    flush();
  }

  @Override
  public void begin(CallBrief brief) {
    send(RealtimeMessages.session(brief));
    for (var line : brief.heardSoFar()) {
      if (line.who() != TranscriptLine.Speaker.TOOL && !line.text().isBlank()) {
        send(RealtimeMessages.said(line.who(), line.text()));
      }
    }
  }

  @Override
  public void hear(ByteBuf base64, int from, int length) {
    var open = channel;
    if (closed) {
      return;
    }
    if (configured && open != null && !open.isWritable()) {
      dropped++;
      return;
    }
    var text = base64.alloc().buffer(APPEND.length + length + APPEND_END.length);
    text.writeBytes(APPEND).writeBytes(base64, from, length).writeBytes(APPEND_END);
    if (configured && open != null) {
      open.write(new TextWebSocketFrame(text), open.voidPromise());
    } else {
      unheard.add(text);
      if (unheard.size() > MOST_UNHEARD) {
        dropped++;
        unheard.remove().release();
      }
    }
  }

  @Override
  public void flush() {
    if (channel != null) {
      channel.flush();
    }
  }

  @Override
  public void respond(Prompt prompt) {
    send(RealtimeMessages.response(prompt));
  }

  @Override
  public void stopResponding() {
    send(RealtimeMessages.cancel());
  }

  @Override
  public void heardOnly(String itemId, int heardMs) {
    send(RealtimeMessages.truncate(itemId, heardMs));
  }

  @Override
  public void toolAnswered(String toolCallId, String json) {
    send(RealtimeMessages.toolResult(toolCallId, json));
  }

  @Override
  public void typed(String words) {
    send(RealtimeMessages.said(TranscriptLine.Speaker.PERSON, words));
  }

  @Override
  public void holdTurns(boolean held) {
    send(RealtimeMessages.turnTaking(held));
  }

  @Override
  public void closeTurn() {
    send(RealtimeMessages.commit());
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    waiting.clear();
    unheard.forEach(ByteBuf::release);
    unheard.clear();
    var open = channel;
    if (open != null) {
      open.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE))
          .addListener(_ -> open.close());
    }
  }

  @Override
  public void text(ByteBuf message) {
    reader.read(message);
  }

  @Override
  public void lost(String code) {
    events.failed(code);
  }

  @Override
  public boolean closed() {
    return closed;
  }

  /// Frames that were not passed on because the engine did not read fast enough.
  long dropped() {
    return dropped;
  }

  private void send(String message) {
    if (closed) {
      return;
    }
    if (channel == null) {
      waiting.add(message);
    } else {
      write(channel, message);
      channel.flush();
    }
  }

  private static void write(Channel open, String message) {
    open.write(new TextWebSocketFrame(message), open.voidPromise());
  }
}
