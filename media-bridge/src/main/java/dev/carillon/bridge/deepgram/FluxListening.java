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
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One line that Flux listens to: a model that tells turns apart by what is said, and guesses their
/// end ahead. Its events are counted by `turn_index`, so what comes late for a turn that is over is
/// known. Source: developers.deepgram.com, "Flux: state machine".
final class FluxListening implements Ears.Listening, SocketEvents {
  /// A turn that is not heard of any more is over, like one that nova forgets to end.
  private static final long OVERDUE_MS = 2_500;

  private static final long CLOSED_TURN_MS = 700;

  private final EventLoop loop;
  private final Ears.Events events;
  private final RawSound sound = new RawSound();
  private @Nullable Channel channel;
  private @Nullable ScheduledFuture<?> overdue;
  private String words = "";
  private int turn;
  private int nextTurn;
  private boolean speaking;
  private boolean closed;

  FluxListening(EventLoop loop, Ears.Events events) {
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
    send("{\"type\":\"ForceEndTurn\"}");
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
      over(words);
      close();
      events.earsLost(code);
    }
  }

  @Override
  public void text(ByteBuf message) {
    events.attentive();
    var event = JsonMessage.read(message);
    switch (event.path("type").asText()) {
      case "Connected" -> events.listening();
      case "TurnInfo" -> turn(event);
      case "Error" -> lost("error_" + event.path("code").asText().toLowerCase(Locale.ROOT));
      default -> {
        // Answers to a configuration, and what is yet to be invented.
      }
    }
  }

  private void turn(JsonNode event) {
    int index = event.path("turn_index").asInt();
    if (index < nextTurn) {
      return;
    }
    turn = index;
    var transcript = event.path("transcript").asText().strip();
    switch (event.path("event").asText()) {
      case "StartOfTurn" -> began(transcript);
      case "Update" -> heard(transcript);
      case "EagerEndOfTurn" -> {
        began(transcript);
        events.earlyTurn(transcript);
      }
      case "TurnResumed" -> {
        began(transcript);
        events.turnResumed();
      }
      case "EndOfTurn" -> over(transcript);
      default -> {
        // What is yet to be invented.
      }
    }
  }

  private void began(String transcript) {
    if (!speaking) {
      speaking = true;
      events.personBegan();
    }
    heard(transcript);
  }

  private void heard(String transcript) {
    if (speaking) {
      words = transcript;
      await(OVERDUE_MS);
    }
  }

  private void over(String transcript) {
    cancelOverdue();
    if (speaking) {
      speaking = false;
      nextTurn = turn + 1;
      words = "";
      events.turn(transcript);
    }
  }

  private void await(long millis) {
    cancelOverdue();
    overdue = loop.schedule(() -> over(words), millis, TimeUnit.MILLISECONDS);
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
