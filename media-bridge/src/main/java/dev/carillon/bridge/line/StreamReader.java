package dev.carillon.bridge.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.bridge.playout.LineEvents;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Reads a stream's text messages in their order: connected, start, then media, marks, keys, stop.
/// Answers with a close code when the order or a message is broken.
final class StreamReader {
  static final int FINE = 0;
  static final int UNSUPPORTED = 1003;
  static final int NOT_JSON = 1007;
  static final int POLICY = 1008;
  private static final String KEYS = "0123456789*#ABCD";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LineEvents events;
  private final Consumer<String> streamStarted;
  private final MediaMessage media = new MediaMessage();
  private boolean connected;
  private boolean started;
  private boolean stopped;
  private long lastSequence;

  /// @param streamStarted told the stream's id before anybody may write to it
  StreamReader(LineEvents events, Consumer<String> streamStarted) {
    this.events = events;
    this.streamStarted = streamStarted;
  }

  /// Takes one message.
  ///
  /// @return [#FINE], or the code to close the socket with
  int read(ByteBuf frame) {
    return switch (media.read(frame)) {
      case MEDIA -> takeMedia(frame);
      case MARK -> takeMark(frame);
      case DAMAGED -> NOT_JSON;
      case OTHER -> readTree(frame);
    };
  }

  private int takeMedia(ByteBuf frame) {
    if (stopped) {
      return FINE;
    }
    if (!started || !inOrder(media.sequence())) {
      return POLICY;
    }
    if (media.payloadLength() > 0) {
      events.media(frame, media.payloadStart(), media.payloadLength());
    }
    return FINE;
  }

  private int takeMark(ByteBuf frame) {
    if (stopped) {
      return FINE;
    }
    if (!started || !inOrder(media.sequence())) {
      return POLICY;
    }
    events.marked(media.markName(frame));
    return FINE;
  }

  private int readTree(ByteBuf frame) {
    JsonNode message;
    try (InputStream in = new ByteBufInputStream(frame.slice())) {
      message = JSON.readTree(in);
    } catch (IOException _) {
      return NOT_JSON;
    }
    if (message == null || !message.isObject() || !message.path("event").isTextual()) {
      return NOT_JSON;
    }
    var event = message.path("event").asText();
    if (event.equals("connected")) {
      connected = true;
      return FINE;
    }
    if (stopped) {
      return FINE;
    }
    if (event.equals("start")) {
      return start(message);
    }
    if (!started || !inOrder(message.path("sequenceNumber").asLong(-1))) {
      return POLICY;
    }
    switch (event) {
      case "dtmf" -> pressed(message.path("dtmf").path("digit").asText());
      case "stop" -> {
        stopped = true;
        events.stopped();
      }
      default -> {
        // What the carrier adds some day has no meaning yet.
      }
    }
    return FINE;
  }

  private void pressed(String key) {
    if (key.length() == 1 && KEYS.indexOf(key.charAt(0)) >= 0) {
      events.pressed(key.charAt(0));
    }
  }

  private int start(JsonNode message) {
    var start = message.path("start");
    var streamId = message.path("streamSid").asText(start.path("streamSid").asText());
    var callId = start.path("callSid").asText();
    if (!connected || started || streamId.isEmpty() || callId.isEmpty()) {
      return POLICY;
    }
    var format = start.path("mediaFormat");
    if (!"audio/x-mulaw".equals(format.path("encoding").asText())
        || format.path("sampleRate").asInt() != 8000
        || format.path("channels").asInt() != 1) {
      return UNSUPPORTED;
    }
    if (!inOrder(message.path("sequenceNumber").asLong(-1))) {
      return POLICY;
    }
    started = true;
    media.expect(streamId);
    streamStarted.accept(streamId);
    events.started(streamId, callId);
    return FINE;
  }

  /// Numbers only rise; gaps are the network's affair.
  private boolean inOrder(long sequence) {
    if (sequence <= lastSequence) {
      return false;
    }
    lastSequence = sequence;
    return true;
  }
}
