package dev.carillon.bridge.anthropic;

import dev.carillon.bridge.net.Endpoint;
import java.net.URI;

/// Where and as whom to ask the model.
///
/// @param base without a path
/// @param apiKey secret; not part of [#toString]
public record AnthropicSettings(URI base, String model, String apiKey) {
  /// The provider's own address.
  public static final String DEFAULT_BASE = "https://api.anthropic.com";

  /// The model taken when none is configured: on the phone the first word counts.
  public static final String DEFAULT_MODEL = "claude-haiku-4-5";

  URI messages() {
    return Endpoint.under(base, "/v1/messages");
  }

  @Override
  public String toString() {
    return "AnthropicSettings[" + base + ", " + model + "]";
  }
}
