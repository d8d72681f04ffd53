package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The checks of which shapes are made. Each throws [Invalid] as the provider would answer; an
/// absent member passes, whoever needs it says so.
final class Shape {
  private Shape() {}

  /// An object without members other than these.
  static void object(JsonNode value, String where, Set<String> members) {
    if (!value.isObject()) {
      throw Invalid.type(where, "an object");
    }
    for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!members.contains(name)) {
        throw Invalid.unknown(where.isEmpty() ? name : where + "." + name);
      }
    }
  }

  static void needs(JsonNode object, String where, String... members) {
    for (String member : members) {
      if (!object.has(member)) {
        throw Invalid.missing(where.isEmpty() ? member : where + "." + member);
      }
    }
  }

  static void text(JsonNode object, String member, String where) {
    JsonNode value = object.path(member);
    if (!value.isMissingNode() && !value.isTextual()) {
      throw Invalid.type(where + "." + member, "a string");
    }
  }

  static void flag(JsonNode object, String member, String where) {
    JsonNode value = object.path(member);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw Invalid.type(where + "." + member, "a boolean");
    }
  }

  static void oneOf(JsonNode object, String member, String where, Set<String> choices) {
    JsonNode value = object.path(member);
    if (value.isMissingNode()) {
      return;
    }
    if (!value.isTextual()) {
      throw Invalid.type(where + "." + member, "a string");
    }
    if (!choices.contains(value.asText())) {
      String listed = String.join("', '", new TreeSet<>(choices));
      throw new Invalid(
          "invalid_value",
          "Invalid value: '%s'. Supported values are: '%s'.".formatted(value.asText(), listed),
          where + "." + member);
    }
  }

  static void number(JsonNode object, String member, String where, double low, double high) {
    JsonNode value = object.path(member);
    if (value.isMissingNode()) {
      return;
    }
    if (!value.isNumber()) {
      throw Invalid.type(where + "." + member, "a number");
    }
    if (value.asDouble() < low || value.asDouble() > high) {
      throw Invalid.value(
          where + "." + member, "expected a number between " + low + " and " + high + ".");
    }
  }

  static void array(JsonNode object, String member, String where) {
    JsonNode value = object.path(member);
    if (!value.isMissingNode() && !value.isArray()) {
      throw Invalid.type(where + "." + member, "an array");
    }
  }

  /// Exactly one of these lists of one text.
  static void single(JsonNode object, String member, String where, List<String> choices) {
    JsonNode value = object.path(member);
    if (value.isMissingNode()) {
      return;
    }
    if (!value.isArray() || value.size() != 1 || !choices.contains(value.get(0).asText())) {
      throw Invalid.value(where + "." + member, "expected one of " + choices + ".");
    }
  }

  /// Present and not null.
  static boolean given(JsonNode object, String member) {
    return object.hasNonNull(member);
  }
}
