package dev.carillon.bridge.anthropic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.bridge.faculty.Message;
import dev.carillon.call.ToolSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request of the Messages API, streamed. The provider wants turns by turns, the first and the
/// last one the user's, and tool results right after the turn that asked for them. Source:
/// platform.claude.com, "Messages".
final class AnthropicMessages {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_ANSWER = 400;

  private final ArrayNode messages = JSON.createArrayNode();
  private final StringBuilder system = new StringBuilder();
  private String role = "";
  private @Nullable ArrayNode content;

  private AnthropicMessages() {}

  static String request(
      String model, List<Message> conversation, List<ToolSpec> tools, boolean mayUseTools) {
    var built = new AnthropicMessages();
    conversation.forEach(built::add);
    if (!built.role.equals("user")) {
      built.text("user", "(Go on.)");
    }
    var root = JSON.createObjectNode().put("model", model).put("stream", true);
    root.put("max_tokens", LONGEST_ANSWER);
    if (!built.system.isEmpty()) {
      root.put("system", built.system.toString());
    }
    root.set("messages", built.messages);
    if (!tools.isEmpty()) {
      var declared = root.putArray("tools");
      tools.forEach(tool -> declared.add(declaration(tool)));
      root.putObject("tool_choice").put("type", mayUseTools ? "auto" : "none");
    }
    return root.toString();
  }

  private void add(Message message) {
    switch (message) {
      case Message.Instruction(var text) -> {
        if (messages.isEmpty()) {
          system.append(system.isEmpty() ? "" : "\n\n").append(text);
        } else {
          text("user", "(Instruction of the platform, not said by the person: " + text + ")");
        }
      }
      case Message.Person(var text) -> text("user", text);
      case Message.Agent agent -> agent(agent);
      case Message.ToolAnswer(var id, var json) ->
          turn("user")
              .addObject()
              .put("type", "tool_result")
              .put("tool_use_id", id)
              .put("content", json);
    }
  }

  private void agent(Message.Agent agent) {
    if (messages.isEmpty()) {
      text("user", "(The call begins.)");
    }
    text("assistant", agent.text());
    for (var use : agent.tools()) {
      turn("assistant")
          .addObject()
          .put("type", "tool_use")
          .put("id", use.toolCallId())
          .put("name", use.name())
          .set("input", arguments(use.argumentsJson()));
    }
  }

  private void text(String of, String text) {
    if (!text.isBlank()) {
      turn(of).addObject().put("type", "text").put("text", text.strip());
    }
  }

  private ArrayNode turn(String of) {
    var open = content;
    if (open != null && role.equals(of)) {
      return open;
    }
    role = of;
    var begun = messages.addObject().put("role", of).putArray("content");
    content = begun;
    return begun;
  }

  private static JsonNode arguments(String json) {
    try {
      var read = JSON.readTree(json);
      return read.isObject() ? read : JSON.createObjectNode();
    } catch (JsonProcessingException _) {
      return JSON.createObjectNode();
    }
  }

  private static ObjectNode declaration(ToolSpec spec) {
    var tool =
        JSON.createObjectNode().put("name", spec.name()).put("description", spec.description());
    try {
      tool.set("input_schema", JSON.readTree(spec.parametersJson()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the schema of tool " + spec.name() + " is no JSON", e);
    }
    return tool;
  }
}
