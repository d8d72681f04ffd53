package dev.carillon.bridge.openai;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.net.Closing;
import dev.carillon.bridge.net.SocketEvents;
import dev.carillon.bridge.net.SplicedSound;
import dev.carillon.call.CallBrief;
import dev.carillon.call.TranscriptLine;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The writing half of one Realtime connection. Audio is spliced: the base64 text of the phone line
/// goes between two constant pieces of JSON, undecoded.
final class RealtimeEngine implements VoiceEngine, SocketEvents {
  private static final byte[] APPEND =
      "{\"type\":\"input_audio_buffer.append\",\"audio\":\"".getBytes(US_ASCII);
  private static final byte[] APPEND_END = "\"}".getBytes(US_ASCII);

  private final Queue<String> waiting = new ArrayDeque<>();
  private final SplicedSound sound = new SplicedSound(APPEND, APPEND_END);
  private final EngineEvents events;
  private final RealtimeReader reader;
  private @Nullable Channel channel;
  private boolean closed;

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
    var open = channel;
    if (open != null) {
      sound.to(open);
      open.flush();
    }
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
    sound.hear(base64, from, length);
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
    sound.close();
    Closing.soon(channel);
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
    return sound.dropped();
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
