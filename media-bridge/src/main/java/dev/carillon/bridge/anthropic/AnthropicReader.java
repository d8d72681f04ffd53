package dev.carillon.bridge.anthropic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.carillon.bridge.engine.Usage;
import dev.carillon.bridge.faculty.Mind;
import dev.carillon.bridge.net.EventStream;
import dev.carillon.call.ToolUse;

/// Reads the events of one answer. A tool's input comes in pieces between the start and the stop of
/// its block.
final class AnthropicReader implements EventStream.Events {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Mind.Events events;
  private final StringBuilder input = new StringBuilder();
  private String model = "";
  private JsonNode written = MissingNode.getInstance();
  private String toolId = "";
  private String toolName = "";
  private boolean finished;

  AnthropicReader(Mind.Events events) {
    this.events = events;
  }

  @Override
  public void event(String name, String data) {
    if (finished) {
      return;
    }
    try {
      read(JSON.readTree(data));
    } catch (JsonProcessingException _) {
      lose("no_json");
    }
  }

  @Override
  public void end() {
    lose("broke_off");
  }

  @Override
  public void failed(String code) {
    lose(code);
  }

  private void read(JsonNode event) {
    events.attentive();
    switch (event.path("type").asText()) {
      case "content_block_start" -> began(event.path("content_block"));
      case "content_block_delta" -> more(event.path("delta"));
      case "content_block_stop" -> stopped();
      case "message_start" -> {
        model = event.path("message").path("model").asText("");
        count("input_text_tokens", event.at("/message/usage/input_tokens"));
        count("cached_text_tokens", event.at("/message/usage/cache_read_input_tokens"));
      }
      case "message_delta" -> written = event.at("/usage/output_tokens");
      case "message_stop" -> {
        count("output_text_tokens", written);
        finished = true;
        events.thought();
      }
      case "error" -> lose(event.path("error").path("type").asText("error_event"));
      default -> {
        // ping, and what is yet to be invented.
      }
    }
  }

  private void count(String unit, JsonNode quantity) {
    events.used(new Usage("anthropic", model, unit, quantity.asLong()));
  }

  private void began(JsonNode block) {
    if (block.path("type").asText().equals("tool_use")) {
      toolId = block.path("id").asText();
      toolName = block.path("name").asText();
      input.setLength(0);
    }
  }

  private void more(JsonNode delta) {
    var text = delta.path("text").asText("");
    if (!text.isEmpty()) {
      events.text(text);
    }
    input.append(delta.path("partial_json").asText(""));
  }

  private void stopped() {
    if (!toolId.isEmpty()) {
      events.tool(new ToolUse(toolId, toolName, input.isEmpty() ? "{}" : input.toString()));
      toolId = "";
    }
  }

  private void lose(String code) {
    if (!finished) {
      finished = true;
      events.mindLost(code);
    }
  }
}
