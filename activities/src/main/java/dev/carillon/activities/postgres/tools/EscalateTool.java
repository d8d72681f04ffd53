package dev.carillon.activities.postgres.tools;

import dev.carillon.call.Outcome;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Somebody wants a human: the owner is told at once.
record EscalateTool() implements Tool {
  @Override
  public String name() {
    return "escalate";
  }

  @Override
  public Effect use(ToolScope scope, JsonNode arguments) {
    var reason = Arguments.text(arguments, "reason").orElse("wants to talk to a person");
    return new Effect(
        Map.of("ownerTold", true),
        Outcome.ESCALATED,
        "Please call %s: %s.".formatted(OwnerNotes.who(scope), OwnerNotes.quote(reason)));
  }
}
