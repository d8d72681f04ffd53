package dev.carillon.api.live;

import dev.carillon.activities.postgres.events.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An event as viewers get it: one flat object.
final class EventJson {
  private final JsonMapper json;

  EventJson(JsonMapper json) {
    this.json = json;
  }

  String write(Event event) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("type", event.type());
    fields.put("at", event.at());
    putIfThere(fields, "campaignId", event.campaignId());
    putIfThere(fields, "callId", event.callId());
    putIfThere(fields, "contactId", event.contactId());
    event.detail().forEach(fields::putIfAbsent);
    return json.writeValueAsString(fields);
  }

  private static void putIfThere(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
