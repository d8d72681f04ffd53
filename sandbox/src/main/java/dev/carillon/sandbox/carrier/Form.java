package dev.carillon.sandbox.carrier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The fields of a request, checked before; a field may have several values.
public record Form(Map<String, List<String>> fields) {
  public Form {
    Map<String, List<String>> copies = new TreeMap<>();
    fields.forEach((name, values) -> copies.put(name, List.copyOf(values)));
    fields = Map.copyOf(copies);
  }

  /// A form with single values.
  public static Form of(Map<String, String> values) {
    Map<String, List<String>> fields = new TreeMap<>();
    values.forEach((name, value) -> fields.put(name, List.of(value)));
    return new Form(fields);
  }

  /// The field's value, unless it is missing or empty.
  public Optional<String> text(String name) {
    return all(name).stream().findFirst().filter(value -> !value.isEmpty());
  }

  /// The field's value, or another when it is missing or empty.
  public String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /// The field as a number, or another.
  public int number(String name, int otherwise) {
    return text(name).map(Integer::parseInt).orElse(otherwise);
  }

  /// Whether the field is the word `true`.
  public boolean flag(String name) {
    return text(name, "").equals("true");
  }

  /// All values of the field.
  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /// This form with one field replaced.
  public Form with(String name, List<String> values) {
    Map<String, List<String>> changed = new TreeMap<>(fields);
    changed.put(name, values);
    return new Form(changed);
  }
}
