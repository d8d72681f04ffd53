package dev.carillon.activities.openai;

import java.time.Duration;
import org.springframework.core.env.Environment;

/// Key, address and model, from the environment.
///
/// @param baseUrl with its `/v1`
record OpenAiProperties(String apiKey, String baseUrl, String model, Duration timeout) {

  static OpenAiProperties from(Environment environment) {
    return new OpenAiProperties(
        environment.getProperty("OPENAI_API_KEY", ""),
        environment.getProperty("OPENAI_BASE_URL", "https://api.openai.com/v1"),
        environment.getProperty("OPENAI_MODEL", "gpt-5-mini"),
        Duration.ofSeconds(30));
  }

  /// Without a key the provider is off.
  boolean on() {
    return !apiKey.isBlank();
  }

  @Override
  public String toString() {
    return "OpenAiProperties[on=%s, model=%s]".formatted(on(), model);
  }
}
