package dev.carillon.sandbox.ai.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.sandbox.ai.schema.StrictSchema;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The checks that both text interfaces make of what they are sent.
final class Request {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Set<String> FORMATS = Set.of("text", "json_object", "json_schema");

  private Request() {}

  /// Only known members, and those that must be there.
  static void check(JsonNode body, Set<String> members, String required) {
    if (!body.isObject()) {
      throw ApiError.invalid(null, "The body must be a JSON object.", null);
    }
    for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!members.contains(name)) {
        throw ApiError.invalid(
            "unknown_parameter", "Unrecognized request argument supplied: " + name, name);
      }
    }
    if (body.path("model").asText().isEmpty()) {
      throw ApiError.missing("model");
    }
    JsonNode content = body.path(required);
    if (!content.isTextual() && content.isEmpty()) {
      throw ApiError.missing(required);
    }
  }

  /// The schema of a format, checked; empty when the answer is free.
  ///
  /// @param format with `type`
  /// @param holder what has `name`, `schema` and `strict`
  static Optional<JsonNode> schema(JsonNode format, JsonNode holder, String where) {
    String type = format.path("type").asText("text");
    if (!FORMATS.contains(type)) {
      throw ApiError.invalid(
          "invalid_value", "Invalid value: '" + type + "' for " + where + ".type.", where);
    }
    if (!type.equals("json_schema")) {
      return Optional.empty();
    }
    if (!holder.path("schema").isObject()) {
      throw ApiError.missing(where + ".schema");
    }
    String name = holder.path("name").asText();
    if (!NAME.matcher(name).matches()) {
      throw ApiError.invalid(
          "invalid_value", "Invalid '" + where + ".name': letters, digits, _ and - only.", where);
    }
    JsonNode schema = holder.path("schema");
    if (holder.path("strict").asBoolean()) {
      StrictSchema.problem(schema)
          .ifPresent(problem -> {
            throw ApiError.invalid(
                null, "Invalid schema for " + where + " '" + name + "': " + problem, where);
          });
    }
    return Optional.of(schema);
  }

  /// A tool in the flat form.
  static void checkTool(JsonNode tool, String where) {
    String name = tool.path("name").asText();
    if (!NAME.matcher(name).matches()) {
      throw ApiError.invalid("invalid_value", "Invalid '" + where + ".name'.", where + ".name");
    }
    if (tool.path("strict").asBoolean()) {
      StrictSchema.problem(tool.path("parameters"))
          .ifPresent(problem -> {
            throw ApiError.invalid(
                "invalid_function_parameters",
                "Invalid schema for function '" + name + "': " + problem,
                where + ".parameters");
          });
    }
  }

  /// The words of a message, whole or in parts.
  static String text(JsonNode content) {
    if (!content.isArray()) {
      return content.asText("");
    }
    StringBuilder text = new StringBuilder();
    for (JsonNode part : content) {
      text.append(text.isEmpty() ? "" : " ").append(part.path("text").asText());
    }
    return text.toString();
  }
}
