package dev.carillon.bridge.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The engines that this bridge has credentials for.
public final class EngineRoster {
  private final Map<String, VoiceEngines> engines = new LinkedHashMap<>();
  private final VoiceEngines usual;

  /// @param usual is taken for agents that name none
  public EngineRoster(VoiceEngines usual, List<VoiceEngines> others) {
    this.usual = usual;
    engines.put(usual.name(), usual);
    others.forEach(other -> engines.put(other.name(), other));
  }

  /// The first engine of agents that name none.
  public VoiceEngines usual() {
    return usual;
  }

  /// The same engines, where an engine that `most` names has no more than so many conversations
  /// open at once.
  public EngineRoster bounded(Map<String, Integer> most) {
    var others = new ArrayList<VoiceEngines>();
    engines.values().forEach(engine -> others.add(bounded(engine, most.get(engine.name()))));
    var first = others.stream().filter(engine -> engine.name().equals(usual.name())).findFirst();
    return new EngineRoster(first.orElse(usual), others);
  }

  private static VoiceEngines bounded(VoiceEngines engine, @Nullable Integer most) {
    return most == null ? engine : new EngineSlots(engine, most);
  }

  /// The slots of those that are bounded.
  public List<EngineSlots> slots() {
    var slots = new ArrayList<EngineSlots>();
    for (var engine : engines.values()) {
      if (engine instanceof EngineSlots bounded) {
        slots.add(bounded);
      }
    }
    return slots;
  }

  /// Whether a conversation can be opened with at least one of them.
  public boolean free() {
    return engines.values().stream()
        .anyMatch(engine -> !(engine instanceof EngineSlots bounded) || bounded.free());
  }

  /// Prepares all of them.
  public void warmUp() {
    engines.values().forEach(VoiceEngines::warmUp);
  }

  /// Those of `names` that can be used, in their order; the usual one when nothing is named.
  public List<VoiceEngines> of(List<String> names) {
    if (names.isEmpty()) {
      return List.of(usual);
    }
    var known = new ArrayList<VoiceEngines>();
    for (var name : names) {
      var engine = engines.get(name);
      if (engine != null) {
        known.add(engine);
      }
    }
    return known;
  }
}
