package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a client may send: the events with their members. Anything else is an error, as at the
/// provider.
final class ClientEvents {
  private static final Map<String, Set<String>> EVENTS =
      Map.ofEntries(
          Map.entry("session.update", Set.of("session")),
          Map.entry("input_audio_buffer.append", Set.of("audio")),
          Map.entry("input_audio_buffer.commit", Set.of()),
          Map.entry("input_audio_buffer.clear", Set.of()),
          Map.entry("conversation.item.create", Set.of("previous_item_id", "item")),
          Map.entry(
              "conversation.item.truncate", Set.of("item_id", "content_index", "audio_end_ms")),
          Map.entry("conversation.item.delete", Set.of("item_id")),
          Map.entry("conversation.item.retrieve", Set.of("item_id")),
          Map.entry("response.create", Set.of("response")),
          Map.entry("response.cancel", Set.of("response_id")),
          Map.entry("output_audio_buffer.clear", Set.of()));

  private ClientEvents() {}

  static void check(JsonNode event) {
    String type = event.path("type").asText();
    Set<String> members = EVENTS.get(type);
    if (members == null) {
      String listed = String.join("', '", new TreeSet<>(EVENTS.keySet()));
      throw new Invalid(
          "invalid_value",
          "Invalid value: '%s'. Supported values are: '%s'.".formatted(type, listed),
          "type");
    }
    event
        .fieldNames()
        .forEachRemaining(name -> {
          if (!name.equals("type") && !name.equals("event_id") && !members.contains(name)) {
            throw Invalid.unknown(name);
          }
        });
  }
}
