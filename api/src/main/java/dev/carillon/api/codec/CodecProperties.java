package dev.carillon.api.codec;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.core.env.Environment;

/// Whose pages may have payloads decoded.
record CodecProperties(Set<String> origins) {
  CodecProperties {
    origins = Set.copyOf(origins);
  }

  static CodecProperties from(Environment environment) {
    var port = environment.getProperty("CARILLON_TEMPORAL_UI_PORT", "8233");
    var origins = new LinkedHashSet<String>();
    origins.add("http://127.0.0.1:" + port);
    origins.add("http://localhost:" + port);
    var elsewhere = environment.getProperty("CARILLON_TEMPORAL_UI_URL", "");
    if (!elsewhere.isBlank()) {
      var url = URI.create(elsewhere.strip());
      origins.add(url.getScheme() + "://" + url.getRawAuthority());
    }
    return new CodecProperties(origins);
  }
}
