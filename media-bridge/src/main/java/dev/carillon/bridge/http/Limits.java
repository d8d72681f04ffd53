package dev.carillon.bridge.http;

import dev.carillon.bridge.engine.EngineRoster;
import java.util.HashMap;
import java.util.Map;

/// How much one bridge takes on. What is too much is sent away before it costs anything; the
/// carrier then goes on to where a call is taken up again, which may be another bridge.
///
/// @param calls at once
/// @param lagMillis how late an event loop may be and still get another call
/// @param engineSlots the most conversations at once, by the engine's name; others are not bounded
public record Limits(int calls, int lagMillis, Map<String, Integer> engineSlots) {
  /// Speech lies up to 600 ms ahead at the carrier; a quarter of that is not heard yet.
  private static final String LAG_MILLIS = "150";

  private static final String CALLS = "2000";

  public Limits {
    engineSlots = Map.copyOf(engineSlots);
  }

  /// Reads `CARILLON_BRIDGE_MAX_CALLS`, `CARILLON_BRIDGE_MAX_LAG_MS` and
  /// `CARILLON_BRIDGE_ENGINE_SLOTS` (`name=count`, separated by commas).
  ///
  /// @throws IllegalArgumentException naming the variable that is wrong
  public static Limits from(Map<String, String> environment) {
    return new Limits(
        positive(environment, "CARILLON_BRIDGE_MAX_CALLS", CALLS),
        positive(environment, "CARILLON_BRIDGE_MAX_LAG_MS", LAG_MILLIS),
        slots(environment.getOrDefault("CARILLON_BRIDGE_ENGINE_SLOTS", "")));
  }

  /// The same engines, each bounded.
  public EngineRoster bound(EngineRoster engines) {
    return engines.bounded(engineSlots);
  }

  private static Map<String, Integer> slots(String text) {
    var slots = new HashMap<String, Integer>();
    for (var entry : text.split(",", -1)) {
      if (!entry.isBlank()) {
        int equals = entry.indexOf('=');
        var count = equals < 0 ? "" : entry.substring(equals + 1);
        slots.put(
            entry.substring(0, Math.max(0, equals)).strip(),
            positive(Map.of(), "CARILLON_BRIDGE_ENGINE_SLOTS", count));
      }
    }
    return slots;
  }

  private static int positive(Map<String, String> environment, String name, String otherwise) {
    var set = environment.getOrDefault(name, "").strip();
    var text = set.isEmpty() ? otherwise.strip() : set;
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below, together with numbers out of range.
    }
    throw new IllegalArgumentException(name + " wants a whole number above 0: " + text);
  }
}
