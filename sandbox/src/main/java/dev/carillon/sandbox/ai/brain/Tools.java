package dev.carillon.sandbox.ai.brain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tools that may be used, by name, with the schemas of their arguments.
public record Tools(Map<String, JsonNode> schemas) {
  public static final Tools NONE = new Tools(Map.of());

  public Tools {
    schemas = Map.copyOf(schemas);
  }

  /// From declarations in the flat form, `{"type":"function","name":…,"parameters":…}`.
  public static Tools declared(JsonNode tools) {
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    for (JsonNode tool : tools) {
      if (tool.path("type").asText().equals("function")) {
        schemas.put(tool.path("name").asText(), tool.path("parameters"));
      }
    }
    return new Tools(schemas);
  }

  /// The first of these that may be used.
  Optional<String> firstOf(List<String> names) {
    return names.stream().filter(schemas::containsKey).findFirst();
  }

  boolean has(String name) {
    return schemas.containsKey(name);
  }
}
