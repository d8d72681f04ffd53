package dev.carillon.api.settings;

import dev.carillon.activities.postgres.settings.Agent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An agent as it is shown.
record AgentAnswer(
    UUID id,
    int version,
    String name,
    List<String> engines,
    @Nullable String language,
    @Nullable String voice,
    @Nullable String greeting,
    @Nullable String instructions,
    @Nullable String voicemailMessage,
    @Nullable List<String> tools,
    Instant createdAt) {

  static AgentAnswer of(Agent agent) {
    var definition = agent.definition();
    return new AgentAnswer(
        agent.id(),
        agent.version(),
        definition.name(),
        definition.engines(),
        definition.language(),
        definition.voice(),
        definition.greeting(),
        definition.instructions(),
        definition.voicemailMessage(),
        definition.tools(),
        agent.createdAt());
  }

  AgentFields fields() {
    return new AgentFields(
        name,
        List.copyOf(engines),
        language,
        voice,
        greeting,
        instructions,
        voicemailMessage,
        tools == null ? null : List.copyOf(tools));
  }
}
