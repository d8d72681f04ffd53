package dev.carillon.bridge.deepgram;

import dev.carillon.bridge.net.Endpoint;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Where and as whom to connect.
///
/// @param address `http` or `https`, without a path; its WebSockets live on the same host
/// @param listenModel such as `nova-3`, or one that begins with `flux`
/// @param speakModel such as `aura-2-thalia-en`
/// @param apiKey secret; not part of [#toString]
public record DeepgramSettings(URI address, String listenModel, String speakModel, String apiKey) {
  /// The provider's own address.
  public static final String DEFAULT_ADDRESS = "https://api.deepgram.com";

  /// The recogniser taken when none is configured.
  public static final String DEFAULT_LISTEN_MODEL = "nova-3";

  /// The voice taken when none is configured.
  public static final String DEFAULT_SPEAK_MODEL = "aura-2-thalia-en";

  public DeepgramSettings {
    var scheme = address.getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme)) {
      throw new IllegalArgumentException("DEEPGRAM_URL must begin with http:// or https://");
    }
  }

  Map<String, String> headers() {
    return Map.of("Authorization", "Token " + apiKey);
  }

  /// Turns after 300 ms of silence; should that verdict fail to come, `UtteranceEnd` after a second
  /// of no words does. Source: developers.deepgram.com, "Endpointing and utterance end".
  URI listenAddress(String language) {
    return socket(
        "/v1/listen?model="
            + encoded(listenModel)
            + "&language="
            + encoded(language)
            + "&encoding=mulaw&sample_rate=8000&channels=1&interim_results=true&smart_format=true"
            + "&endpointing=300&utterance_end_ms=1000&vad_events=true");
  }

  boolean flux() {
    return listenModel.startsWith("flux");
  }

  /// A turn that is probably over is told of early, and one whose end stays doubtful ends after two
  /// seconds of silence: nobody waits longer for an answer. Source: developers.deepgram.com, "Flux:
  /// end of turn configuration".
  URI turnsAddress(String language) {
    var many = listenModel.endsWith("-multi");
    return socket(
        "/v2/listen?model="
            + encoded(listenModel)
            + (many ? "&language_hint=" + encoded(language.split("-", 2)[0]) : "")
            + "&encoding=mulaw&sample_rate=8000&eot_threshold=0.7&eager_eot_threshold=0.4"
            + "&eot_timeout_ms=2000");
  }

  URI speakAddress() {
    return socket("/v1/speak?model=" + encoded(speakModel) + "&encoding=mulaw&sample_rate=8000");
  }

  private URI socket(String path) {
    return URI.create(Endpoint.under(address, path).toString().replaceFirst("^http", "ws"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "DeepgramSettings[" + address + ", " + listenModel + ", " + speakModel + "]";
  }
}
