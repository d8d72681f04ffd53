package dev.carillon.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class SandboxSettingsTest {
  @Test
  void anEmptyEnvironmentIsEnough() {
    SandboxSettings settings = SandboxSettings.of(Map.of());

    assertThat(settings.port()).isEqualTo(8090);
    assertThat(settings.bind()).isEqualTo("127.0.0.1");
    assertThat(settings.account().sid()).hasSize(34).startsWith("AC");
    assertThat(settings.voiceUrl())
        .isEqualTo("http://127.0.0.1:8080/webhooks/twilio/voice/incoming");
  }

  @Test
  void thePlatformsPublicAddressIsAskedForArrivals() {
    SandboxSettings settings =
        SandboxSettings.of(Map.of("PUBLIC_URL", "http://127.0.0.1:9000", "CARILLON_API_PORT", "1"));

    assertThat(settings.smsUrl()).isEqualTo("http://127.0.0.1:9000/webhooks/twilio/sms/incoming");
  }

  @Test
  void theTokenDoesNotShow() {
    SandboxSettings settings = SandboxSettings.of(Map.of("TWILIO_AUTH_TOKEN", "a-secret-token"));

    assertThat(settings.account().toString()).doesNotContain("a-secret-token");
  }
}
