package dev.carillon.api.codec;

import java.util.Set;
import org.springframework.core.env.Environment;

/// Whose pages may have payloads decoded.
record CodecProperties(Set<String> origins) {
  CodecProperties {
    origins = Set.copyOf(origins);
  }

  static CodecProperties from(Environment environment) {
    var port = environment.getProperty("CARILLON_TEMPORAL_UI_PORT", "8233");
    return new CodecProperties(Set.of("http://127.0.0.1:" + port, "http://localhost:" + port));
  }
}
