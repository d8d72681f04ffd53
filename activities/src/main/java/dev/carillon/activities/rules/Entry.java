package dev.carillon.activities.rules;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// A place in a rule file with what stands there, so that every complaint can say where.
record Entry(String file, String where, Object content) {

  /// The field `name`.
  Entry field(String name) {
    return optional(name).orElseThrow(() -> at(name).invalid("is missing"));
  }

  Optional<Entry> optional(String name) {
    Object value = map().get(name);
    return value == null ? Optional.empty() : Optional.of(new Entry(file, inside(name), value));
  }

  /// The fields in their order.
  Map<String, Entry> fields() {
    var fields = new LinkedHashMap<String, Entry>();
    map().forEach((name, value) -> fields.put(name, new Entry(file, inside(name), value)));
    return fields;
  }

  /// The items of a list.
  List<Entry> items() {
    if (!(content instanceof List<?> list)) {
      throw invalid("must be a list");
    }
    var items = new ArrayList<Entry>();
    for (int i = 0; i < list.size(); i++) {
      items.add(new Entry(file, "%s[%d]".formatted(where, i + 1), list.get(i)));
    }
    return items;
  }

  /// A text that is not blank.
  String text() {
    if (!(content instanceof String text) || text.isBlank()) {
      throw invalid("must be a text");
    }
    return text;
  }

  /// One text, or the texts of a list.
  List<String> texts() {
    return content instanceof List<?>
        ? items().stream().map(Entry::text).toList()
        : List.of(text());
  }

  Duration duration() {
    return parsed(Duration::parse, "must be a duration such as PT1M");
  }

  LocalDate date() {
    return parsed(LocalDate::parse, "must be a date such as 2026-01-31");
  }

  LocalTime time() {
    return parsed(LocalTime::parse, "must be a time such as \"09:00\"");
  }

  ZoneId zone() {
    return parsed(ZoneId::of, "must be a time zone such as America/New_York");
  }

  <E extends Enum<E>> E oneOf(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(e -> e.name().equals(text()))
        .findFirst()
        .orElseThrow(() -> invalid("must be one of " + List.of(type.getEnumConstants())));
  }

  /// Complains about fields that nobody would read.
  void allowOnly(String... names) {
    var unknown = new TreeSet<>(map().keySet());
    Set.of(names).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw at(unknown.first()).invalid("is not a field here");
    }
  }

  /// The same place under a name that helps to find it, such as a rule's id.
  Entry named(String name) {
    return new Entry(file, name, content);
  }

  InvalidRuleFile invalid(String problem) {
    return new InvalidRuleFile(file, where, problem);
  }

  private <T> T parsed(Function<String, T> parser, String problem) {
    try {
      return parser.apply(text());
    } catch (DateTimeException _) {
      throw invalid(problem);
    }
  }

  private Entry at(String name) {
    return new Entry(file, inside(name), "");
  }

  private String inside(String name) {
    return where.isEmpty() ? name : where + "." + name;
  }

  private Map<String, Object> map() {
    if (!(content instanceof Map<?, ?> map)) {
      throw invalid("must have fields");
    }
    var fields = new LinkedHashMap<String, Object>();
    map.forEach((name, value) -> fields.put(String.valueOf(name), value));
    return fields;
  }
}
