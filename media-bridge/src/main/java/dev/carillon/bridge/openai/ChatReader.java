package dev.carillon.bridge.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.bridge.engine.Usage;
import dev.carillon.bridge.faculty.Mind;
import dev.carillon.bridge.net.EventStream;
import dev.carillon.call.ToolUse;
import java.util.Map;
import java.util.TreeMap;

/// Reads the chunks of one answer. Tool calls come in pieces, told apart by their `index`; only the
/// first piece has id and name.
final class ChatReader implements EventStream.Events {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final class Call {
    String id = "";
    String name = "";
    final StringBuilder arguments = new StringBuilder();
  }

  private final Mind.Events events;
  private final Map<Integer, Call> calls = new TreeMap<>();
  private boolean said;
  private boolean finished;

  ChatReader(Mind.Events events) {
    this.events = events;
  }

  @Override
  public void event(String name, String data) {
    if (data.equals("[DONE]")) {
      return;
    }
    try {
      var chunk = JSON.readTree(data);
      if (chunk.has("error")) {
        events.mindLost("error_event");
        finished = true;
        return;
      }
      events.attentive();
      count(chunk);
      var choice = chunk.path("choices").path(0);
      var text = choice.path("delta").path("content").asText("");
      if (!text.isEmpty() && !choice.path("delta").path("content").isNull()) {
        said = true;
        events.text(text);
      }
      choice.path("delta").path("tool_calls").forEach(this::piece);
      if (choice.path("finish_reason").isTextual()) {
        finish();
      }
    } catch (JsonProcessingException _) {
      finished = true;
      events.mindLost("no_json");
    }
  }

  /// The last chunk has no choice, but what the whole answer took.
  private void count(JsonNode chunk) {
    var usage = chunk.path("usage");
    if (usage.isObject()) {
      var model = chunk.path("model").asText("");
      long cached = usage.path("prompt_tokens_details").path("cached_tokens").asLong();
      long read = usage.path("prompt_tokens").asLong() - cached;
      events.used(new Usage("openai", model, "input_text_tokens", read));
      events.used(new Usage("openai", model, "cached_text_tokens", cached));
      events.used(
          new Usage(
              "openai", model, "output_text_tokens", usage.path("completion_tokens").asLong()));
    }
  }

  @Override
  public void end() {
    if (!finished) {
      events.mindLost("broke_off");
    }
  }

  @Override
  public void failed(String code) {
    if (!finished) {
      events.mindLost(code);
    }
  }

  private void piece(JsonNode piece) {
    var call = calls.computeIfAbsent(piece.path("index").asInt(), _ -> new Call());
    if (piece.path("id").isTextual()) {
      call.id = piece.path("id").asText();
    }
    var function = piece.path("function");
    if (function.path("name").isTextual()) {
      call.name = function.path("name").asText();
    }
    call.arguments.append(function.path("arguments").asText(""));
  }

  private void finish() {
    finished = true;
    if (!said && calls.isEmpty()) {
      events.mindLost("empty");
      return;
    }
    for (var call : calls.values()) {
      events.tool(new ToolUse(call.id, call.name, call.arguments.toString()));
    }
    events.thought();
  }
}
