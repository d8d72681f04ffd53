package dev.carillon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.environment.Provider;
import dev.carillon.platform.postgres.DatabaseLogin;
import dev.carillon.platform.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PartEnvironmentTest {
  private static final Home HOME = new Home(Path.of("/srv/carillon"));
  private static final Ports PORTS = new Ports(1, 2, 3, 4, 5, 6, 7);
  private static final Map<String, String> SECRETS =
      Map.of(
          "CARILLON_CODEC_KEYS", "k1:made",
          "CARILLON_INTERNAL_TOKEN", "made",
          "CARILLON_POSTGRES_PASSWORD", "super");
  private static final EmbeddedPostgres POSTGRES =
      new EmbeddedPostgres(
          Path.of("/srv/carillon/postgres"),
          Path.of("/cache"),
          Path.of("/srv/carillon/logs/postgres.log"),
          6,
          new DatabaseLogin("postgres", "super"),
          new DatabaseLogin("carillon_owner", "owns"),
          new DatabaseLogin("carillon_app", "plain"));

  @Test
  void givesTheApplicationsPortsServersAndRoles() {
    assertThat(complete(Map.of()).of(Application.WORKER))
        .containsEntry("CARILLON_HOME", "/srv/carillon")
        .containsEntry("CARILLON_API_PORT", "1")
        .containsEntry("CARILLON_WORKER_PORT", "7")
        .containsEntry("CARILLON_API_URL", "http://127.0.0.1:1")
        .containsEntry("TEMPORAL_ADDRESS", "127.0.0.1:4")
        .containsEntry("DATABASE_URL", "jdbc:postgresql://127.0.0.1:6/carillon")
        .containsEntry("DATABASE_USER", "carillon_app")
        .containsEntry("DATABASE_MIGRATION_USER", "carillon_owner")
        .containsEntry("CARILLON_CODEC_KEYS", "k1:made");
  }

  @Test
  void keepsASecretThatTheEnvironmentGives() {
    assertThat(complete(Map.of("CARILLON_CODEC_KEYS", "k2:given")).of(Application.API))
        .containsEntry("CARILLON_CODEC_KEYS", "k2:given");
  }

  @Test
  void letsTheSandboxPlayWhoHasNoCredentials() {
    assertThat(complete(Map.of()).of(Application.API))
        .containsEntry("TWILIO_API_URL", "http://127.0.0.1:3")
        .containsEntry("OPENAI_BASE_URL", "http://127.0.0.1:3/v1")
        .containsEntry("OPENAI_REALTIME_URL", "ws://127.0.0.1:3/v1/realtime")
        .containsEntry("DEEPGRAM_URL", "http://127.0.0.1:3")
        .containsEntry("PUBLIC_URL", "http://127.0.0.1:1")
        .containsEntry("MEDIA_PUBLIC_URL", "ws://127.0.0.1:2")
        .containsKeys("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "OPENAI_API_KEY");
  }

  @Test
  void inventsNoPublicAddressForARealCarrier() {
    var real =
        Map.of(
            "TWILIO_ACCOUNT_SID", "AC1", "TWILIO_AUTH_TOKEN", "real", "TWILIO_PHONE_NUMBER", "+1");

    assertThat(complete(real).of(Application.API))
        .containsEntry("TWILIO_AUTH_TOKEN", "real")
        .doesNotContainKeys("PUBLIC_URL", "MEDIA_PUBLIC_URL", "TWILIO_API_URL");
  }

  @Test
  void leavesNobodyARealCarrierCallsToTheStandInOfDeepgram() {
    var real =
        Map.of(
            "TWILIO_ACCOUNT_SID", "AC1", "TWILIO_AUTH_TOKEN", "real", "TWILIO_PHONE_NUMBER", "+1");

    assertThat(complete(real).of(Application.MEDIA_BRIDGE))
        .doesNotContainKeys("DEEPGRAM_API_KEY", "DEEPGRAM_URL");
  }

  @Test
  void givesTheSandboxTheKeyItIsToAskFor() {
    assertThat(complete(Map.of()).of(Application.SANDBOX))
        .containsEntry("DEEPGRAM_API_KEY", "sandbox-key");
    assertThat(complete(Map.of("DEEPGRAM_API_KEY", "real")).of(Application.SANDBOX))
        .doesNotContainKey("DEEPGRAM_API_KEY");
  }

  @Test
  void showsTheSandboxNobodysRealCredentials() {
    var real =
        Map.of(
            "TWILIO_ACCOUNT_SID", "AC1",
            "TWILIO_AUTH_TOKEN", "real",
            "TWILIO_PHONE_NUMBER", "+1",
            "ANTHROPIC_API_KEY", "real");

    assertThat(complete(real).of(Application.SANDBOX))
        .doesNotContainValue("real")
        .doesNotContainKeys("DATABASE_PASSWORD", "CARILLON_CODEC_KEYS", "CARILLON_INTERNAL_TOKEN")
        .containsKey("OPENAI_API_KEY");
  }

  @Test
  void keepsTheDatabaseFromTheBridgeAndTheSuperuserFromEverybody() {
    var environment = complete(Map.of());

    assertThat(environment.of(Application.MEDIA_BRIDGE))
        .doesNotContainKeys("DATABASE_URL", "DATABASE_PASSWORD", "DATABASE_MIGRATION_PASSWORD");
    assertThat(environment.of(Application.API)).doesNotContainValue("super");
    assertThat(environment.of(Application.WORKER)).doesNotContainValue("super");
  }

  @Test
  void tellsOtherPeoplesProgramsNothing() {
    var environment = complete(Map.of("PATH", "/bin", "TWILIO_AUTH_TOKEN", "real"));

    assertThat(environment.foreign()).containsOnlyKeys("PATH", "CARILLON_HOME");
  }

  @Test
  void leavesTheCloudsKeyOutForTheDevelopmentServer() {
    assertThat(complete(Map.of("TEMPORAL_API_KEY", "cloud")).of(Application.WORKER))
        .doesNotContainKey("TEMPORAL_API_KEY");
    assertThat(
            complete(Map.of("TEMPORAL_API_KEY", "cloud", "TEMPORAL_ADDRESS", "cloud:7233"))
                .of(Application.WORKER))
        .containsEntry("TEMPORAL_API_KEY", "cloud")
        .containsEntry("TEMPORAL_ADDRESS", "cloud:7233");
  }

  private static PartEnvironment complete(Map<String, String> given) {
    var environment = new Environment(given);
    var sandboxed = Provider.sandboxed(environment);
    return PartEnvironment.complete(environment, HOME, PORTS, SECRETS, POSTGRES, sandboxed);
  }
}
