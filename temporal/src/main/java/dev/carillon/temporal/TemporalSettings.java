package dev.carillon.temporal;

import java.util.Map;
import java.util.function.Function;
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

  /// Blank values count as not set. Reads `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`,
  /// `TEMPORAL_API_KEY`, `TEMPORAL_TLS`, `TEMPORAL_TLS_CLIENT_CERT_PATH`,
  /// `TEMPORAL_TLS_CLIENT_KEY_PATH` and `CARILLON_CODEC_KEYS`.
  ///
  /// @throws IllegalArgumentException naming the variable that is missing or wrong
  public static TemporalSettings from(Map<String, String> environment) {
    return from(environment::get);
  }

  /// As [#from(Map)]; `environment` gives the value of a variable, null when it is not set.
  public static TemporalSettings from(Function<String, @Nullable String> environment) {
    var keys = orNull(environment, "CARILLON_CODEC_KEYS");
    var address = orNull(environment, "TEMPORAL_ADDRESS");
    var namespace = orNull(environment, "TEMPORAL_NAMESPACE");
    var apiKey = orNull(environment, "TEMPORAL_API_KEY");
    var certificate = orNull(environment, "TEMPORAL_TLS_CLIENT_CERT_PATH");
    return new TemporalSettings(
        address == null ? "127.0.0.1:7233" : address,
        namespace == null ? "default" : namespace,
        apiKey,
        certificate,
        orNull(environment, "TEMPORAL_TLS_CLIENT_KEY_PATH"),
        apiKey != null
            || certificate != null
            || Boolean.parseBoolean(environment.apply("TEMPORAL_TLS")),
        CodecKeys.parse(keys == null ? "" : keys));
  }

  private static @Nullable String orNull(
      Function<String, @Nullable String> environment, String name) {
    var value = environment.apply(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  @Override
  public String toString() {
    return "TemporalSettings[" + address + ", " + namespace + "]";
  }
}
