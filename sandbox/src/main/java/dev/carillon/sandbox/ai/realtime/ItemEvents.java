package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.sandbox.ai.brain.Brain;

/// What a client does to the items of the conversation: adds, shortens, removes them, looks at
/// them.
final class ItemEvents {
  private final Conversation conversation;
  private final Brain brain;
  private final Outlet outlet;
  private final Notes notes;

  ItemEvents(Conversation conversation, Brain brain, Outlet outlet, Notes notes) {
    this.conversation = conversation;
    this.brain = brain;
    this.outlet = outlet;
    this.notes = notes;
  }

  void create(JsonNode event) {
    Shape.needs(event, "", "item");
    JsonNode item = event.path("item");
    ItemShape.check(item);
    String type = item.path("type").asText();
    if (type.equals("function_call_output")) {
      String callId = item.path("call_id").asText();
      String tool = ItemShape.toolOf(conversation, callId);
      notes.write("ai_tool_result", "name", tool, "output", item.path("output").asText());
      brain.answered(tool, item.path("output").asText());
    } else if (type.equals("message")) {
      item.path("content")
          .forEach(part -> brain.told(item.path("role").asText(), part.path("text").asText()));
    }
    ObjectNode shape = Outlet.members();
    shape.put("id", item.path("id").asText(outlet.id("item"))).put("object", "realtime.item");
    shape.put("status", "completed");
    item.properties().forEach(member -> shape.set(member.getKey(), member.getValue().deepCopy()));
    conversation.add(shape, event.path("previous_item_id").textValue());
  }

  void truncate(JsonNode event) {
    Shape.needs(event, "", "item_id", "content_index", "audio_end_ms");
    Item item = conversation.named(event);
    JsonNode end = event.path("audio_end_ms");
    if (!item.spoken()) {
      throw new Invalid(
          "unsupported_content_type",
          "Only model output audio messages can be truncated.",
          "item_id");
    }
    if (event.path("content_index").asInt(-1) != 0) {
      throw Invalid.value("content_index", "the item has one part.");
    }
    if (!end.isIntegralNumber() || end.asInt() < 0) {
      throw Invalid.value("audio_end_ms", "expected milliseconds.");
    }
    if (end.asInt() > item.audioMs()) {
      throw new Invalid(
          "invalid_value",
          "Audio content of %dms is already shorter than %dms"
              .formatted(item.audioMs(), end.asInt()),
          "audio_end_ms");
    }
    notes.write(
        "ai_truncate", "item", item.id(), "audioEndMs", end.asInt(), "ofMs", item.audioMs());
    item.truncate(end.asInt());
    outlet.event(
        "conversation.item.truncated",
        Outlet.members()
            .put("item_id", item.id())
            .put("content_index", 0)
            .put("audio_end_ms", end.asInt()));
  }

  void delete(JsonNode event) {
    Item item = conversation.named(event);
    conversation.remove(item);
    outlet.event("conversation.item.deleted", Outlet.members().put("item_id", item.id()));
  }

  void retrieve(JsonNode event) {
    ObjectNode members = Outlet.members();
    members.set("item", conversation.named(event).shape().deepCopy());
    outlet.event("conversation.item.retrieved", members);
  }
}
