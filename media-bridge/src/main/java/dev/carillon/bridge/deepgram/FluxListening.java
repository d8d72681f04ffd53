package dev.carillon.bridge.deepgram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.bridge.faculty.Ears;
import dev.carillon.bridge.json.JsonMessage;
import dev.carillon.bridge.net.SocketEvents;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.Locale;

/// One line that Flux listens to: a model that tells turns apart by what is said, and guesses their
/// end ahead. Its events are counted by `turn_index`, so what comes late for a turn that is over is
/// known. Source: developers.deepgram.com, "Flux: state machine".
final class FluxListening implements Ears.Listening, SocketEvents {
  /// A turn that is not heard of any more is over, like one that nova forgets to end.
  private static final long OVERDUE_MS = 2_500;

  private static final long CLOSED_TURN_MS = 700;

  private final Ears.Events events;
  private final Uplink uplink = new Uplink();
  private final Deadline overdue;
  private String words = "";
  private int turn;
  private int nextTurn;
  private boolean speaking;

  FluxListening(EventLoop loop, Ears.Events events) {
    this.overdue = new Deadline(loop, () -> over(words));
    this.events = events;
  }

  @Override
  public void connected(Channel opened) {
    // Flux says itself when it listens.
    var _ = uplink.to(opened);
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
    uplink.say("{\"type\":\"ForceEndTurn\"}");
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
      overdue.in(OVERDUE_MS);
    }
  }

  private void over(String transcript) {
    overdue.cancel();
    if (speaking) {
      speaking = false;
      nextTurn = turn + 1;
      words = "";
      events.turn(transcript);
    }
  }
}
