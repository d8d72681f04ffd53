package dev.carillon.activities.postgres.tools;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The conversation is over; the bridge ends the call once the goodbye has been heard.
record EndCallTool() implements Tool {
  @Override
  public String name() {
    return "end_call";
  }

  @Override
  public Effect use(ToolScope scope, JsonNode arguments) {
    return new Effect(Map.of("ending", true), null, null);
  }
}
