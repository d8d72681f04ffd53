package dev.carillon.bridge.deepgram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.bridge.faculty.Ears;
import dev.carillon.bridge.json.JsonMessage;
import dev.carillon.bridge.net.SocketEvents;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;

/// One line that Deepgram listens to. A turn is over with `speech_final`, or with `UtteranceEnd`
/// when that was not sent, or after [#OVERDUE_MS] when neither comes, as on noisy lines.
final class NovaListening implements Ears.Listening, SocketEvents {
  private static final long OVERDUE_MS = 2_500;
  private static final long CLOSED_TURN_MS = 700;

  private final Ears.Events events;
  private final Uplink uplink = new Uplink();
  private final Deadline overdue;
  private final StringBuilder turn = new StringBuilder();
  private boolean speaking;

  NovaListening(EventLoop loop, Ears.Events events) {
    this.overdue = new Deadline(loop, this::over);
    this.events = events;
  }

  @Override
  public void connected(Channel opened) {
    if (uplink.to(opened)) {
      events.listening();
    }
  }

  @Override
  public void hear(byte[] mulaw, int length) {
    uplink.hear(mulaw, length);
  }

  @Override
  public void flush() {
    uplink.flush();
  }

  @Override
  public void closeTurn() {
    uplink.say("{\"type\":\"Finalize\"}");
    // With little sound in its buffer the provider answers nothing at all.
    overdue.in(CLOSED_TURN_MS);
  }

  @Override
  public void close() {
    if (!uplink.closed()) {
      overdue.cancel();
      uplink.close();
    }
  }

  @Override
  public boolean closed() {
    return uplink.closed();
  }

  @Override
  public void lost(String code) {
    if (!uplink.closed()) {
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
      overdue.in(OVERDUE_MS);
    }
    if (last
        && (event.path("speech_final").asBoolean() || event.path("from_finalize").asBoolean())) {
      over();
    }
  }

  private void began() {
    if (!speaking) {
      speaking = true;
      overdue.in(OVERDUE_MS);
      events.personBegan();
    }
  }

  private void over() {
    overdue.cancel();
    if (speaking) {
      speaking = false;
      var text = turn.toString();
      turn.setLength(0);
      events.turn(text);
    }
  }
}
