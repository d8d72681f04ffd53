package dev.carillon.bridge.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.bridge.faculty.Message;
import dev.carillon.call.ToolSpec;
import java.util.List;

/// A request of Chat Completions, streamed. Source: platform.openai.com, "Chat Completions API".
final class ChatMessages {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_ANSWER = 1_000;

  private ChatMessages() {}

  static String request(
      String model, List<Message> conversation, List<ToolSpec> tools, boolean mayUseTools) {
    var root = JSON.createObjectNode().put("model", model).put("stream", true);
    root.putObject("stream_options").put("include_usage", true);
    root.put("max_completion_tokens", LONGEST_ANSWER);
    if (model.startsWith("gpt-5")) {
      // Its reasoning counts as part of the answer, and nobody waits for it on the phone.
      root.put("reasoning_effort", "low");
    }
    var messages = root.putArray("messages");
    conversation.forEach(message -> add(messages, message));
    if (!tools.isEmpty()) {
      var declared = root.putArray("tools");
      tools.forEach(tool -> declared.add(declaration(tool)));
      root.put("tool_choice", mayUseTools ? "auto" : "none");
      root.put("parallel_tool_calls", false);
    }
    return root.toString();
  }

  private static void add(ArrayNode messages, Message message) {
    var one = messages.addObject();
    switch (message) {
      case Message.Instruction(var text) -> one.put("role", "system").put("content", text);
      case Message.Person(var text) -> one.put("role", "user").put("content", text);
      case Message.Agent agent -> agent(one, agent);
      case Message.ToolAnswer(var id, var json) ->
          one.put("role", "tool").put("tool_call_id", id).put("content", json);
    }
  }

  private static void agent(ObjectNode one, Message.Agent agent) {
    one.put("role", "assistant");
    if (agent.text().isEmpty()) {
      one.putNull("content");
    } else {
      one.put("content", agent.text());
    }
    if (!agent.tools().isEmpty()) {
      var calls = one.putArray("tool_calls");
      for (var use : agent.tools()) {
        calls
            .addObject()
            .put("id", use.toolCallId())
            .put("type", "function")
            .putObject("function")
            .put("name", use.name())
            .put("arguments", use.argumentsJson());
      }
    }
  }

  private static ObjectNode declaration(ToolSpec spec) {
    var tool = JSON.createObjectNode().put("type", "function");
    var function =
        tool.putObject("function").put("name", spec.name()).put("description", spec.description());
    try {
      function.set("parameters", JSON.readTree(spec.parametersJson()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the schema of tool " + spec.name() + " is no JSON", e);
    }
    return tool;
  }
}
