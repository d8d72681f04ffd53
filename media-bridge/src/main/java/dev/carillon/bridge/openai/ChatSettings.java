package dev.carillon.bridge.openai;

import dev.carillon.bridge.net.Endpoint;
import java.net.URI;

/// Where and as whom to ask the chat model.
///
/// @param base with its `/v1`
/// @param apiKey secret; not part of [#toString]
public record ChatSettings(URI base, String model, String apiKey) {
  /// The provider's own address.
  public static final String DEFAULT_BASE = "https://api.openai.com/v1";

  URI completions() {
    return Endpoint.under(base, "/chat/completions");
  }

  @Override
  public String toString() {
    return "ChatSettings[" + base + ", " + model + "]";
  }
}
