package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/// What a client may put into the conversation.
final class ItemShape {
  private static final Map<String, Set<String>> PARTS =
      Map.of(
          "user", Set.of("input_text", "input_audio", "input_image"),
          "system", Set.of("input_text"),
          "assistant", Set.of("output_text", "output_audio"));
  private static final Map<String, Set<String>> MEMBERS =
      Map.of(
          "message", Set.of("id", "object", "type", "status", "role", "content"),
          "function_call", Set.of("id", "object", "type", "status", "call_id", "name", "arguments"),
          "function_call_output", Set.of("id", "object", "type", "status", "call_id", "output"));

  private ItemShape() {}

  static void check(JsonNode item) {
    if (!item.isObject()) {
      throw Invalid.type("item", "an object");
    }
    Shape.needs(item, "item", "type");
    Shape.oneOf(item, "type", "item", MEMBERS.keySet());
    String type = item.path("type").asText();
    Shape.object(item, "item", MEMBERS.getOrDefault(type, Set.of()));
    if (type.equals("function_call_output")) {
      Shape.needs(item, "item", "call_id", "output");
      Shape.text(item, "call_id", "item");
      Shape.text(item, "output", "item");
    } else if (type.equals("message")) {
      checkMessage(item);
    }
  }

  /// The tool whose call is answered.
  ///
  /// @throws Invalid when there was no such call
  static String toolOf(Conversation conversation, String callId) {
    return conversation
        .toolOf(callId)
        .orElseThrow(() ->
            new Invalid(
                "invalid_tool_call_id",
                "Tool call ID '" + callId + "' not found in conversation.",
                "item.call_id"));
  }

  private static void checkMessage(JsonNode item) {
    Shape.needs(item, "item", "role", "content");
    Shape.oneOf(item, "role", "item", PARTS.keySet());
    Shape.array(item, "content", "item");
    int place = 0;
    for (JsonNode part : item.path("content")) {
      String where = "item.content[" + place++ + "]";
      Shape.object(
          part, where, Set.of("type", "text", "audio", "transcript", "image_url", "detail"));
      Shape.needs(part, where, "type");
      Shape.oneOf(part, "type", where, PARTS.getOrDefault(item.path("role").asText(), Set.of()));
    }
  }
}
