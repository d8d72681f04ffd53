package dev.carillon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.platform.environment.Environment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DemoEnvironmentTest {
  private static final Path HOME = Path.of("/tmp/demo");

  @Test
  void forgetsEverythingThatLeadsOutside() {
    var given =
        new Environment(
            Map.of(
                "TWILIO_AUTH_TOKEN", "real",
                "OPENAI_API_KEY", "real",
                "MAKE_WEBHOOK_URL", "https://hook.example",
                "DATABASE_URL", "jdbc:postgresql://production/carillon",
                "TEMPORAL_ADDRESS", "production:7233",
                "CARILLON_LIVE", "yes",
                "CARILLON_SANDBOX", "off",
                "PUBLIC_URL", "https://carillon.example",
                "PATH", "/bin"));

    var demo = DemoEnvironment.of(given, HOME, "+12125550100");

    assertThat(demo.variables().keySet())
        .filteredOn(name -> !name.endsWith("_PORT"))
        .containsExactlyInAnyOrder(
            "PATH", "CARILLON_HOME", "ALLOWED_TEST_NUMBERS", "OWNER_PHONE_NUMBER");
    assertThat(demo.get("ALLOWED_TEST_NUMBERS").orElseThrow()).startsWith("+12125550100,+1");
  }

  @Test
  void takesAnyFreePortWhereTheUsualOneIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());

      var demo = DemoEnvironment.of(new Environment(Map.of("CARILLON_API_PORT", port)), HOME, "*");

      assertThat(demo.get("CARILLON_API_PORT")).contains("0");
    }
  }
}
