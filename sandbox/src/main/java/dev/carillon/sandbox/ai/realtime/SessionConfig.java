package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.sandbox.ai.brain.Tools;
import java.util.Map;

/// A session as it stands after its updates: given members replace, those of `audio` side by side.
final class SessionConfig {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int SESSION_SECONDS = 3_600;

  private final ObjectNode session;

  SessionConfig(String id, String model, long nowSeconds) {
    session = JSON.objectNode();
    session.put("type", "realtime").put("object", "realtime.session").put("id", id);
    session.put("model", model).putArray("output_modalities").add("audio");
    session.put("instructions", "You are a helpful assistant.");
    session.putArray("tools");
    session.put("tool_choice", "auto").put("max_output_tokens", "inf").put("truncation", "auto");
    session.putNull("tracing").putNull("prompt").putNull("include");
    session.put("expires_at", nowSeconds + SESSION_SECONDS);
    ObjectNode audio = session.putObject("audio");
    ObjectNode input = audio.putObject("input");
    input.putObject("format").put("type", "audio/pcm").put("rate", 24_000);
    input.putNull("transcription").putNull("noise_reduction");
    input.set("turn_detection", whole(JSON.objectNode().put("type", "server_vad"), 200));
    ObjectNode output = audio.putObject("output");
    output.putObject("format").put("type", "audio/pcm").put("rate", 24_000);
    output.put("voice", "marin").put("speed", 1);
  }

  /// Takes over an update whose shape is right.
  void update(JsonNode given) {
    for (Map.Entry<String, JsonNode> member : given.properties()) {
      if (!member.getKey().equals("audio")) {
        session.set(member.getKey(), member.getValue().deepCopy());
      }
    }
    for (Map.Entry<String, JsonNode> side : given.path("audio").properties()) {
      ObjectNode mine = session.withObject("/audio/" + side.getKey());
      side.getValue()
          .properties()
          .forEach(member -> mine.set(member.getKey(), member.getValue().deepCopy()));
    }
    JsonNode turns = turnDetection();
    if (turns.isObject()) {
      session.withObject("/audio/input").set("turn_detection", whole((ObjectNode) turns, 500));
    }
  }

  ObjectNode json() {
    return session.deepCopy();
  }

  String instructions() {
    return session.path("instructions").asText();
  }

  Tools tools() {
    return Tools.declared(session.path("tools"));
  }

  String toolChoice() {
    return session.path("tool_choice").asText("auto");
  }

  boolean speaks() {
    return session.path("output_modalities").path(0).asText().equals("audio");
  }

  JsonNode output() {
    return session.path("audio").path("output");
  }

  String voice() {
    return output().path("voice").asText();
  }

  AudioFormat inputFormat() {
    return AudioFormat.named(session.at("/audio/input/format/type").asText());
  }

  AudioFormat outputFormat() {
    return AudioFormat.named(session.at("/audio/output/format/type").asText());
  }

  boolean transcribes() {
    return session.at("/audio/input/transcription").isObject();
  }

  /// Null when the client takes turns itself.
  JsonNode turnDetection() {
    return session.at("/audio/input/turn_detection");
  }

  JsonNode member(String name) {
    return session.path(name);
  }

  /// With the values that hold when nothing is said.
  private static ObjectNode whole(ObjectNode given, int silenceMs) {
    ObjectNode whole = JSON.objectNode();
    whole.put("type", given.path("type").asText());
    if (given.path("type").asText().equals("server_vad")) {
      whole.put("threshold", 0.5).put("prefix_padding_ms", 300);
      whole.put("silence_duration_ms", silenceMs).putNull("idle_timeout_ms");
    } else {
      whole.put("eagerness", "auto");
    }
    whole.put("create_response", true).put("interrupt_response", true);
    whole.setAll(given);
    return whole;
  }
}
