package dev.carillon.bridge.openai;

import java.net.URI;

/// Where and as whom to connect.
///
/// @param address whole, `ws` or `wss`, before `?model=`
/// @param model a realtime model's name
/// @param apiKey secret; not part of [#toString]
public record RealtimeSettings(URI address, String model, String apiKey) {
  /// The provider's own address.
  public static final String DEFAULT_ADDRESS = "wss://api.openai.com/v1/realtime";

  /// The model taken when none is configured.
  public static final String DEFAULT_MODEL = "gpt-realtime-2.1";

  public RealtimeSettings {
    var scheme = address.getScheme();
    if (!"ws".equals(scheme) && !"wss".equals(scheme)) {
      throw new IllegalArgumentException("OPENAI_REALTIME_URL must begin with ws:// or wss://");
    }
    if (apiKey.isBlank()) {
      throw new IllegalArgumentException("OPENAI_API_KEY is empty");
    }
  }

  @Override
  public String toString() {
    return "RealtimeSettings[" + address + ", " + model + "]";
  }
}
