package dev.carillon.activities.postgres.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What one version of an agent says of itself, as far as it says anything.
public final class AgentVersion {
  private final @Nullable JsonNode definition;

  /// @param definition its JSON; null: no agent was chosen
  public AgentVersion(@Nullable JsonNode definition) {
    this.definition = definition;
  }

  /// A text such as its `voice`; empty when there is none.
  public Optional<String> text(String field) {
    var value = definition == null ? null : definition.get(field);
    return value == null || !value.isString() || value.asString().isBlank()
        ? Optional.empty()
        : Optional.of(value.asString().strip());
  }

  /// A list of names such as its `engines` or `tools`; empty when it does not say.
  public Optional<List<String>> names(String field) {
    var value = definition == null ? null : definition.get(field);
    if (value == null || !value.isArray() || value.isEmpty()) {
      return Optional.empty();
    }
    var names = new ArrayList<String>();
    value.forEach(name -> names.add(name.asString()));
    return Optional.of(List.copyOf(names));
  }
}
