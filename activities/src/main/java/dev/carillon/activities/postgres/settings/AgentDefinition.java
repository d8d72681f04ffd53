package dev.carillon.activities.postgres.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an agent is like, by voice and by text.
///
/// @param engines tried in their order; when one fails in a call the next takes over
/// @param greeting how it begins, after saying what it is
/// @param instructions more for its prompt
/// @param voicemailMessage what it leaves after the beep
/// @param tools the only tools it has; null: all
public record AgentDefinition(
    String name,
    List<String> engines,
    @Nullable String language,
    @Nullable String voice,
    @Nullable String greeting,
    @Nullable String instructions,
    @Nullable String voicemailMessage,
    @Nullable List<String> tools) {

  public AgentDefinition {
    engines = List.copyOf(engines);
    tools = tools == null ? null : List.copyOf(tools);
  }
}
