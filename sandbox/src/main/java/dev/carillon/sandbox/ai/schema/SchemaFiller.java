package dev.carillon.sandbox.ai.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Makes a value that fits a JSON schema and says what was meant. Texts are found by the name of
/// the property, values of enumerations by the words that go with the intent.
public final class SchemaFiller {
  private static final JsonNodeFactory JSON = new ObjectMapper().getNodeFactory();

  private final Known known;

  public SchemaFiller(Known known) {
    this.known = known;
  }

  /// The arguments of a tool, or the answer that a schema asks for. Of optional properties only
  /// those that are known are given.
  public ObjectNode fill(JsonNode schema) {
    return object(schema, schema);
  }

  private ObjectNode object(JsonNode schema, JsonNode root) {
    ObjectNode value = JSON.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      String name = property.getKey();
      if (required.contains(name) || known.hasText(name)) {
        value.set(name, value(property.getValue(), name, root));
      }
    }
    return value;
  }

  private JsonNode value(JsonNode given, String name, JsonNode root) {
    JsonNode schema = resolved(given, root);
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("enum")) {
      return chosen(schema.get("enum"));
    }
    return switch (type(schema)) {
      case "object" -> object(schema, root);
      case "array" -> array(schema, name, root);
      case "integer" -> JSON.numberNode(Math.round(number(schema)));
      case "number" -> JSON.numberNode(number(schema));
      case "boolean" -> JSON.booleanNode(known.means(name));
      case "null" -> JSON.nullNode();
      default -> JSON.textNode(text(schema, name));
    };
  }

  /// Follows a reference, and of alternatives takes the first that is not null.
  private static JsonNode resolved(JsonNode schema, JsonNode root) {
    JsonNode found = schema;
    if (found.has("$ref")) {
      found = root.at(found.get("$ref").asText().substring(1));
    }
    for (String either : List.of("anyOf", "oneOf")) {
      for (JsonNode choice : found.path(either)) {
        if (!choice.path("type").asText().equals("null")) {
          return resolved(choice, root);
        }
      }
    }
    return found;
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    for (JsonNode each : type) {
      if (!each.asText().equals("null")) {
        return each.asText();
      }
    }
    if (type.isTextual()) {
      return type.asText();
    }
    return schema.has("properties") ? "object" : "string";
  }

  private ArrayNode array(JsonNode schema, String name, JsonNode root) {
    ArrayNode array = JSON.arrayNode();
    for (int i = 0; i < schema.path("minItems").asInt(); i++) {
      array.add(value(schema.path("items"), name, root));
    }
    return array;
  }

  private static double number(JsonNode schema) {
    double low = schema.path("minimum").asDouble(schema.path("exclusiveMinimum").asDouble(0));
    double high = schema.path("maximum").asDouble(Math.max(low, 1));
    return low <= 1 && high >= 1 ? 1 : (low + high) / 2;
  }

  private JsonNode chosen(JsonNode values) {
    for (String word : known.words()) {
      for (JsonNode value : values) {
        if (plain(value.asText()).startsWith(plain(word))) {
          return value;
        }
      }
    }
    return values.get(values.size() - 1);
  }

  private String text(JsonNode schema, String name) {
    String text = known.text(name, schema.path("format").asText());
    int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  private static String plain(String word) {
    return word.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
  }

  /// What can be said about the conversation.
  public interface Known {
    /// Words that values of enumerations begin with, the best first.
    List<String> words();

    /// The text for a property of this name and `format`.
    String text(String name, String format);

    /// Whether something worth saying is known for an optional property.
    boolean hasText(String name);

    /// Whether a flag of this name is true.
    boolean means(String name);
  }
}
