package dev.carillon.sandbox.ai.deepgram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.sandbox.ai.realtime.Flaw;
import dev.carillon.sandbox.ai.realtime.Stage;
import java.util.ArrayDeque;
import java.util.Deque;

/// One connection to a voice. Text is gathered until it is flushed, and spoken faster than it is
/// heard, one flush after another.
final class SpeakSession implements Session {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_CHARACTERS = 2_000;
  private static final int MOST_FLUSHES = 20;
  private static final long MINUTE_NANOS = 60_000_000_000L;

  private final Stage stage;
  private final Wire wire;
  private final SpeakOptions options;
  private final String requestId;
  private final Flaw flaw;
  private final Mouth mouth;
  private final Deque<Long> flushes = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private int sequence;
  private boolean over;

  SpeakSession(Stage stage, Wire wire, SpeakOptions options, String requestId, Flaw flaw) {
    this.stage = stage;
    this.wire = wire;
    this.options = options;
    this.requestId = requestId;
    this.flaw = flaw;
    this.mouth = new Mouth(stage, this::sound);
  }

  @Override
  public void opened() {
    ObjectNode metadata = message("Metadata").put("request_id", requestId);
    metadata.put("model_name", options.model()).put("model_version", "2026-01-01.0");
    say(metadata.put("model_uuid", "00000000-0000-4000-8000-000000000002"));
    if (flaw instanceof Flaw.CloseMidCall close) {
      stage.clock().after(close.after(), () -> drop(close.code()));
    }
  }

  @Override
  public void take(String given) {
    if (over) {
      return;
    }
    JsonNode message = read(given);
    switch (message.path("type").asText()) {
      case "Speak" -> speak(message.path("text"));
      case "Flush" -> flush();
      case "Clear" -> clear();
      case "Close" -> close();
      default -> {
        strict("unknown text message");
        say(
            message("Error")
                .put("description", "Could not deserialize the message.")
                .put("code", "DATA-0000"));
      }
    }
  }

  @Override
  public void take(byte[] sound) {
    if (!over) {
      over = true;
      mouth.shut();
      strict("a binary message is not taken");
      wire.close(1003, "DATA-0000");
    }
  }

  @Override
  public void closed(int code) {
    over = true;
    mouth.shut();
    stage.notes().write("ai_close", "code", code);
  }

  private void speak(JsonNode words) {
    if (!words.isTextual() || words.asText().isBlank()) {
      warn("DATA-0001", "Speak needs a text.");
    } else if (words.asText().length() > MOST_CHARACTERS) {
      warn("DATA-0001", "Input text exceeds maximum character limit of 2000.");
    } else {
      text.append(text.isEmpty() ? "" : " ").append(words.asText().strip());
    }
  }

  private void flush() {
    long now = stage.clock().nanos();
    while (!flushes.isEmpty() && now - flushes.element() > MINUTE_NANOS) {
      flushes.remove();
    }
    if (flushes.size() >= MOST_FLUSHES) {
      warn("RATE-0001", "Flush exceeds the limit of 20 in 60 seconds.");
      return;
    }
    flushes.add(now);
    mouth.say(gathered(), () -> say(message("Flushed").put("sequence_id", sequence++)));
  }

  /// A piece that was on its way may still come.
  private void clear() {
    text.setLength(0);
    mouth.clear();
    say(message("Cleared").put("sequence_id", sequence++));
  }

  /// What was gathered is still spoken.
  private void close() {
    over = true;
    mouth.say(gathered(), () -> wire.close(1000, ""));
  }

  private String gathered() {
    String words = text.toString();
    text.setLength(0);
    return words;
  }

  private void drop(int code) {
    if (over) {
      return;
    }
    over = true;
    mouth.shut();
    stage.notes().write("ai_fault", "kind", "close_mid_call", "code", code);
    if (code == 1006) {
      wire.abort();
    } else {
      wire.close(code, "NET-0000");
    }
  }

  private void warn(String code, String description) {
    strict(description);
    say(message("Warning").put("description", description).put("code", code));
  }

  private void strict(String what) {
    stage.notes().write("strict", "who", "deepgram", "what", what);
  }

  private void sound(byte[] piece) {
    if (!stalled()) {
      wire.send(piece);
    }
  }

  private void say(ObjectNode message) {
    if (!stalled()) {
      wire.send(message.toString());
    }
  }

  private boolean stalled() {
    return flaw instanceof Flaw.Stall;
  }

  private static ObjectNode message(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static JsonNode read(String given) {
    try {
      return JSON.readTree(given);
    } catch (JsonProcessingException _) {
      return JsonNodeFactory.instance.missingNode();
    }
  }
}
