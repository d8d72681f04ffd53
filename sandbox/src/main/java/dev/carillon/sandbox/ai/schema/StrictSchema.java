package dev.carillon.sandbox.ai.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The rules of strict mode: every object closed, every property required, a subset of the
/// keywords.
public final class StrictSchema {
  private static final List<String> REFUSED =
      List.of(
          "allOf",
          "oneOf",
          "not",
          "if",
          "then",
          "else",
          "dependentRequired",
          "dependentSchemas",
          "patternProperties");
  private static final Set<String> TYPES =
      Set.of("string", "number", "integer", "boolean", "object", "array", "null");
  private static final List<String> NAMING = List.of("type", "$ref", "anyOf", "enum", "const");
  private static final int DEEPEST = 10;

  private StrictSchema() {}

  /// Why the provider refuses this schema; empty when it takes it.
  public static Optional<String> problem(JsonNode schema) {
    if (!"object".equals(schema.path("type").asText())) {
      return Optional.of(
          "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"%s\"'."
              .formatted(schema.path("type").asText("None")));
    }
    if (schema.has("anyOf")) {
      return Optional.of("In context=(), 'anyOf' is not permitted at the root.");
    }
    return within(schema, "()", 0);
  }

  private static Optional<String> within(JsonNode schema, String place, int depth) {
    if (!schema.isObject()) {
      return problem(place, "a schema must be an object.");
    }
    if (depth > DEEPEST) {
      return problem(place, "nesting is deeper than 10 levels.");
    }
    for (String keyword : REFUSED) {
      if (schema.has(keyword)) {
        return problem(place, "'" + keyword + "' is not permitted.");
      }
    }
    if (NAMING.stream().noneMatch(schema::has)) {
      return problem(place, "schema must have a 'type' key.");
    }
    return typeProblem(schema, place)
        .or(() -> objectProblem(schema, place))
        .or(() -> childProblem(schema, place, depth + 1));
  }

  private static Optional<String> typeProblem(JsonNode schema, String place) {
    JsonNode type = schema.path("type");
    for (JsonNode each : type.isArray() ? type : List.of(type)) {
      if (!each.isMissingNode() && !TYPES.contains(each.asText())) {
        return problem(place, "'" + each.asText() + "' is not a valid type.");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> objectProblem(JsonNode schema, String place) {
    if (!isObject(schema)) {
      return Optional.empty();
    }
    JsonNode closed = schema.path("additionalProperties");
    if (!closed.isBoolean() || closed.asBoolean()) {
      return problem(place, "'additionalProperties' is required to be supplied and to be false.");
    }
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    Set<String> properties = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(properties::add);
    for (String name : properties) {
      if (!required.contains(name)) {
        return problem(
            place,
            "'required' is required to be supplied and to be an array including every key in"
                + " properties. Missing '"
                + name
                + "'.");
      }
    }
    required.removeAll(properties);
    return required.isEmpty()
        ? Optional.empty()
        : problem(place, "'required' names '" + required.iterator().next() + "', no property.");
  }

  private static Optional<String> childProblem(JsonNode schema, String place, int depth) {
    Optional<String> found = Optional.empty();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String where = place + ".properties." + property.getKey();
      found = found.or(() -> within(property.getValue(), where, depth));
    }
    if (schema.has("items")) {
      found = found.or(() -> within(schema.path("items"), place + ".items", depth));
    }
    for (JsonNode choice : schema.path("anyOf")) {
      found = found.or(() -> within(choice, place + ".anyOf", depth));
    }
    for (Map.Entry<String, JsonNode> definition : schema.path("$defs").properties()) {
      String where = "$defs." + definition.getKey();
      found = found.or(() -> within(definition.getValue(), where, depth));
    }
    return found;
  }

  private static boolean isObject(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      for (JsonNode each : type) {
        if (each.asText().equals("object")) {
          return true;
        }
      }
      return false;
    }
    return type.asText().equals("object") || schema.has("properties");
  }

  private static Optional<String> problem(String place, String what) {
    return Optional.of("In context=" + place + ", " + what);
  }
}
