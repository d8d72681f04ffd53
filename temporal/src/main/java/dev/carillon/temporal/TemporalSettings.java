package dev.carillon.temporal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where Temporal is, from the environment; the names are Temporal's own.
///
/// @param apiKey with it, TLS is on
public record TemporalSettings(
    String address,
    String namespace,
    @Nullable String apiKey,
    @Nullable String tlsClientCertificatePath,
    @Nullable String tlsClientKeyPath,
    boolean tls,
    CodecKeys codecKeys) {

  /// Reads `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, `TEMPORAL_API_KEY`, `TEMPORAL_TLS`,
  /// `TEMPORAL_TLS_CLIENT_CERT_PATH`, `TEMPORAL_TLS_CLIENT_KEY_PATH` and `CARILLON_CODEC_KEYS`.
  ///
  /// @throws IllegalArgumentException naming the variable that is missing or wrong
  public static TemporalSettings from(Map<String, String> environment) {
    var apiKey = environment.get("TEMPORAL_API_KEY");
    var certificate = environment.get("TEMPORAL_TLS_CLIENT_CERT_PATH");
    return new TemporalSettings(
        environment.getOrDefault("TEMPORAL_ADDRESS", "127.0.0.1:7233"),
        environment.getOrDefault("TEMPORAL_NAMESPACE", "default"),
        apiKey,
        certificate,
        environment.get("TEMPORAL_TLS_CLIENT_KEY_PATH"),
        apiKey != null
            || certificate != null
            || Boolean.parseBoolean(environment.get("TEMPORAL_TLS")),
        CodecKeys.parse(environment.getOrDefault("CARILLON_CODEC_KEYS", "")));
  }

  @Override
  public String toString() {
    return "TemporalSettings[" + address + ", " + namespace + "]";
  }
}
