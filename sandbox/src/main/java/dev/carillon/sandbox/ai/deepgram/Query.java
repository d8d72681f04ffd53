package dev.carillon.sandbox.ai.deepgram;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The parameters of an address, checked one by one: unknown ones, repeated ones and wrong values
/// are refused.
final class Query {
  private static final Set<String> REPEATABLE =
      Set.of("keyterm", "keywords", "redact", "tag", "extra", "search", "replace");

  private final Map<String, List<String>> given;

  /// @throws Refusal naming the first parameter that is wrong
  Query(Map<String, List<String>> given, Map<String, Predicate<String>> known) {
    this.given = given;
    given.forEach((name, values) -> check(name, values, known));
  }

  static Predicate<String> anything() {
    return value -> !value.isBlank();
  }

  static Predicate<String> oneOf(String... values) {
    return List.of(values)::contains;
  }

  static Predicate<String> truth() {
    return oneOf("true", "false");
  }

  static Predicate<String> like(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  static Predicate<String> number(int least, int most) {
    return value ->
        value.matches("\\d{1,6}")
            && Integer.parseInt(value) >= least
            && Integer.parseInt(value) <= most;
  }

  boolean has(String name) {
    return given.containsKey(name);
  }

  boolean isTrue(String name) {
    return text(name, "false").equals("true");
  }

  String text(String name, String otherwise) {
    List<String> values = given.getOrDefault(name, List.of());
    return values.isEmpty() ? otherwise : values.getFirst();
  }

  /// @throws Refusal when it is not there
  void needs(String name) {
    if (!has(name)) {
      throw Refusal.query(name + " is missing.");
    }
  }

  private static void check(
      String name, List<String> values, Map<String, Predicate<String>> known) {
    Predicate<String> right = known.get(name);
    if (right == null) {
      throw Refusal.query("Unknown query parameter: " + name);
    }
    if (values.size() > 1 && !REPEATABLE.contains(name)) {
      throw Refusal.query("Query parameter given more than once: " + name);
    }
    for (String value : values) {
      if (!right.test(value)) {
        throw Refusal.query("Invalid value of query parameter " + name + ": " + value);
      }
    }
  }
}
