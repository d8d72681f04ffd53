package dev.carillon.bridge.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.call.CallBrief;
import dev.carillon.call.TranscriptLine;
import java.util.List;

/// What is sent in a conversation with an agent. Source: elevenlabs.io/docs, "Agents WebSocket".
final class AgentMessages {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SORRY = "Sorry, one moment.";

  private AgentMessages() {}

  /// The first message. Of a conversation that another engine began, the agent is told what was
  /// said; it then speaks first only if the person waits for an answer.
  static String beginning(CallBrief brief) {
    var root = JSON.createObjectNode().put("type", "conversation_initiation_client_data");
    var agent = root.putObject("conversation_config_override").putObject("agent");
    agent.putObject("prompt").put("prompt", brief.instructions() + soFar(brief.heardSoFar()));
    agent.put("first_message", first(brief));
    agent.put("language", languageOf(brief.language()));
    root.putObject("dynamic_variables").put("business_name", brief.businessName());
    return root.toString();
  }

  static String pong(long eventId) {
    return JSON.createObjectNode().put("type", "pong").put("event_id", eventId).toString();
  }

  static String toolResult(String toolCallId, String json, boolean failed) {
    return JSON.createObjectNode()
        .put("type", "client_tool_result")
        .put("tool_call_id", toolCallId)
        .put("result", json)
        .put("is_error", failed)
        .toString();
  }

  /// Whether a tool's answer tells of an error.
  static boolean failed(String json) {
    try {
      return JSON.readTree(json).hasNonNull("error");
    } catch (JsonProcessingException _) {
      return true;
    }
  }

  /// Makes the agent speak: it has no other way of being told to.
  static String userMessage(String text) {
    return JSON.createObjectNode().put("type", "user_message").put("text", text).toString();
  }

  private static String first(CallBrief brief) {
    var said = brief.heardSoFar();
    if (said.isEmpty()) {
      return brief.greeting();
    }
    return said.getLast().who() == TranscriptLine.Speaker.PERSON ? SORRY : "";
  }

  private static String soFar(List<TranscriptLine> said) {
    if (said.isEmpty()) {
      return "";
    }
    var text =
        new StringBuilder(
            "\n\nThe line was interrupted for a moment. Do not greet again and repeat nothing. This"
                + " was said so far:");
    for (var line : said) {
      var who =
          switch (line.who()) {
            case AGENT -> "Agent: ";
            case PERSON -> "Customer: ";
            case TOOL -> "Tool used: ";
          };
      text.append('\n').append(who).append(line.text());
    }
    return text.toString();
  }

  private static String languageOf(String tag) {
    int dash = tag.indexOf('-');
    return dash < 0 ? tag : tag.substring(0, dash);
  }
}
