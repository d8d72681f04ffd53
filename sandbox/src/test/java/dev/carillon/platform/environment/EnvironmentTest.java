package dev.carillon.platform.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentTest {
  @TempDir Path project;

  @Test
  void theProcessWinsOverTheFile() throws IOException {
    Files.writeString(project.resolve(".env"), "A=file\nB=file\n");

    var environment = Environment.of(Map.of("A", "process"), project);

    assertThat(environment.get("A")).contains("process");
    assertThat(environment.get("B")).contains("file");
  }

  @Test
  void aBlankValueCountsAsNotSet() {
    var environment = new Environment(Map.of("A", " "));

    assertThat(environment.has("A")).isFalse();
    assertThat(environment.variables()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "-1", "65536", "80 81"})
  void namesTheVariableThatHoldsNoPort(String written) {
    var environment = new Environment(Map.of("CARILLON_API_PORT", written));

    assertThatThrownBy(() -> environment.port("CARILLON_API_PORT", 8080))
        .isInstanceOf(StartFailure.class)
        .hasMessageStartingWith("CARILLON_API_PORT is '" + written + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8090",
        "http://localhost/x",
        "ws://[::1]:80",
        "127.0.0.2",
        "::1"
      })
  void knowsThisMachine(String address) {
    assertThat(new Environment(Map.of("A", address)).onLoopback("A")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.twilio.com",
        "http://localhost.example.com",
        "http://10.0.0.1",
        "0.0.0.0",
        "not a host",
        "http://127.0.0.1.example.com"
      })
  void takesAnythingElseAsSomewhereElse(String address) {
    assertThat(new Environment(Map.of("A", address)).onLoopback("A")).isFalse();
  }

  @Test
  void leavesOutNamesByTheirBeginning() {
    var environment = new Environment(Map.of("DATABASE_URL", "x", "PATH", "y"));

    assertThat(environment.without(List.of("DATABASE_")).variables()).containsOnlyKeys("PATH");
  }

  @Test
  void neverPrintsValues() {
    assertThat(new Environment(Map.of("TWILIO_AUTH_TOKEN", "secret")).toString())
        .contains("TWILIO_AUTH_TOKEN")
        .doesNotContain("secret");
  }
}
