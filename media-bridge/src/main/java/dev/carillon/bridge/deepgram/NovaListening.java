package dev.carillon.bridge.deepgram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.bridge.faculty.Ears;
import dev.carillon.bridge.json.JsonMessage;
import dev.carillon.bridge.net.Closing;
import dev.carillon.bridge.net.SocketEvents;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One line that Deepgram listens to. A turn is over with `speech_final`, or with `UtteranceEnd`
/// when that was not sent, or after [#OVERDUE_MS] when neither comes, as on noisy lines.
final class NovaListening implements Ears.Listening, SocketEvents {
  private static final long OVERDUE_MS = 2_500;
  private static final long CLOSED_TURN_MS = 700;

  private final EventLoop loop;
  private final Ears.Events events;
  private final RawSound sound = new RawSound();
  private final StringBuilder turn = new StringBuilder();
  private @Nullable Channel channel;
  private @Nullable ScheduledFuture<?> overdue;
  private boolean speaking;
  private boolean closed;

  NovaListening(EventLoop loop, Ears.Events events) {
    this.loop = loop;
    this.events = events;
  }

  @Override
  public void connected(Channel opened) {
    if (closed) {
      opened.close();
      return;
    }
    channel = opened;
    sound.to(opened);
    events.listening();
  }

  @Override
  public void hear(byte[] mulaw, int length) {
    sound.hear(mulaw, length);
  }

  @Override
  public void flush() {
    sound.flush();
  }

  @Override
  public void closeTurn() {
    send("{\"type\":\"Finalize\"}");
    // With little sound in its buffer the provider answers nothing at all.
    await(CLOSED_TURN_MS);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    send("{\"type\":\"CloseStream\"}");
    closed = true;
    cancelOverdue();
    sound.close();
    Closing.soon(channel);
  }

  @Override
  public boolean closed() {
    return closed;
  }

  @Override
  public void lost(String code) {
    if (!closed) {
      // What was understood so far is not lost with the ears.
      over();
      close();
      events.earsLost(code);
    }
  }

  @Override
  public void text(ByteBuf message) {
    events.attentive();
    var event = JsonMessage.read(message);
    switch (event.path("type").asText()) {
      case "SpeechStarted" -> began();
      case "Results" -> results(event);
      case "UtteranceEnd" -> over();
      default -> {
        // Metadata and what is yet to be invented.
      }
    }
  }

  private void results(JsonNode event) {
    var words = event.path("channel").path("alternatives").path(0).path("transcript").asText();
    boolean last = event.path("is_final").asBoolean();
    if (!words.isBlank()) {
      began();
      if (last) {
        turn.append(turn.isEmpty() ? "" : " ").append(words.strip());
      }
      await(OVERDUE_MS);
    }
    if (last
        && (event.path("speech_final").asBoolean() || event.path("from_finalize").asBoolean())) {
      over();
    }
  }

  private void began() {
    if (!speaking) {
      speaking = true;
      await(OVERDUE_MS);
      events.personBegan();
    }
  }

  private void over() {
    cancelOverdue();
    if (speaking) {
      speaking = false;
      var text = turn.toString();
      turn.setLength(0);
      events.turn(text);
    }
  }

  private void await(long millis) {
    cancelOverdue();
    overdue = loop.schedule(this::over, millis, TimeUnit.MILLISECONDS);
  }

  private void cancelOverdue() {
    if (overdue != null) {
      overdue.cancel(false);
      overdue = null;
    }
  }

  private void send(String message) {
    if (channel != null && !closed) {
      channel.writeAndFlush(new TextWebSocketFrame(message), channel.voidPromise());
    }
  }
}
