package dev.carillon.bridge.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
