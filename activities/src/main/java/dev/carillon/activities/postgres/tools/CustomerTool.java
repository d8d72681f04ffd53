package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.bookings.Bookings;
import dev.carillon.activities.postgres.prompts.PastTalks;
import java.util.LinkedHashMap;
import tools.jackson.databind.JsonNode;

/// What is known of the person who is talked to, and of nobody else.
record CustomerTool(PastTalks past, Bookings bookings, Vehicles vehicles) implements Tool {
  @Override
  public String name() {
    return "look_up_customer";
  }

  @Override
  public Effect use(ToolScope scope, JsonNode arguments) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("name", scope.contactName() == null ? "not known" : scope.contactName());
    answer.put("appointments", BookingTools.upcoming(bookings, scope));
    answer.put("vehicles", vehicles.of(scope.contactId()));
    var before = past.with(scope.contactId(), scope.callId(), scope.now());
    if (!before.none()) {
      answer.put("saidBefore", before.inFull());
    }
    return Effect.told(answer);
  }
}
