package dev.carillon.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemporalSettingsTest {

  @Test
  void aBlankVariableOfAnEnvironmentFileCountsAsNotSet() {
    var settings =
        settings(
            Map.of(
                "TEMPORAL_ADDRESS", "temporal:7233",
                "TEMPORAL_NAMESPACE", " ",
                "TEMPORAL_API_KEY", "",
                "TEMPORAL_TLS_CLIENT_CERT_PATH", ""));

    assertThat(settings.address()).isEqualTo("temporal:7233");
    assertThat(settings.namespace()).isEqualTo("default");
    assertThat(settings.apiKey()).isNull();
    assertThat(settings.tls()).isFalse();
  }

  @Test
  void anApiKeyTurnsTlsOn() {
    assertThat(settings(Map.of("TEMPORAL_API_KEY", "key")).tls()).isTrue();
  }

  private static TemporalSettings settings(Map<String, String> given) {
    var environment = new HashMap<>(given);
    environment.put(
        "CARILLON_CODEC_KEYS", "k1:" + Base64.getEncoder().encodeToString(new byte[32]));
    return TemporalSettings.from(environment);
  }
}
