package dev.carillon.bridge.elevenlabs;

import dev.carillon.bridge.net.Endpoint;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where and as whom to connect.
///
/// @param address `http` or `https`, without a path
/// @param voice a voice's id
/// @param apiKey secret; not part of [#toString]
public record ElevenLabsSettings(URI address, String voice, String model, String apiKey) {
  /// The provider's own address.
  public static final String DEFAULT_ADDRESS = "https://api.elevenlabs.io";

  /// A voice that every account has.
  public static final String DEFAULT_VOICE = "JBFqnCBsd6RMkjVDRZzb";

  /// Their fastest model: some 75 ms to the first sound.
  public static final String DEFAULT_MODEL = "eleven_flash_v2_5";

  URI speech() {
    var path = "/v1/text-to-speech/" + URLEncoder.encode(voice, StandardCharsets.UTF_8) + "/stream";
    return Endpoint.under(address, path + "?output_format=ulaw_8000");
  }

  @Override
  public String toString() {
    return "ElevenLabsSettings[" + address + ", " + voice + ", " + model + "]";
  }
}
