package dev.carillon.activities.postgres.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What people and models wrote, made fit for the database: without the one character that neither
/// its texts nor its JSON can hold.
final class Texts {
  private Texts() {}

  static String storable(String text) {
    return text.replace("\0", "");
  }

  /// The same for every text in a tree of JSON's own types.
  static Map<String, Object> storable(Map<String, Object> tree) {
    var clean = new LinkedHashMap<String, Object>();
    tree.forEach((name, value) -> clean.put(storable(name), storableValue(value)));
    return clean;
  }

  private static Object storableValue(Object value) {
    return switch (value) {
      case String text -> storable(text);
      case Map<?, ?> map -> {
        var clean = new LinkedHashMap<String, Object>();
        map.forEach((name, inner) -> clean.put(storable(name.toString()), storableValue(inner)));
        yield clean;
      }
      case List<?> list -> list.stream().map(Texts::storableValue).toList();
      default -> value;
    };
  }
}
