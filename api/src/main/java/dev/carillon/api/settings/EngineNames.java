package dev.carillon.api.settings;

import java.util.Set;

/// The names of voice engines an agent may have.
final class EngineNames {
  private static final Set<String> WHOLE =
      Set.of("openai-realtime", "elevenlabs-agent", "elevenlabs-call");
  private static final Set<String> HEARS = Set.of("deepgram", "google");
  private static final Set<String> THINKS = Set.of("openai", "anthropic");
  private static final Set<String> SPEAKS = Set.of("deepgram", "elevenlabs", "google");
  private static final int PARTS = 3;

  private EngineNames() {}

  static boolean known(String name) {
    if (WHOLE.contains(name)) {
      return true;
    }
    var parts = name.split("\\+", -1);
    return parts.length == PARTS
        && HEARS.contains(parts[0])
        && THINKS.contains(parts[1])
        && SPEAKS.contains(parts[2]);
  }
}
