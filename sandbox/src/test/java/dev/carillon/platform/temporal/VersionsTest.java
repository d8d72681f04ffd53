package dev.carillon.platform.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VersionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "temporal version 0.0.0-DEV (Server 1.29.1, UI 2.42.1) | true",
        "temporal version 1.6.1 (Server 1.30.1, UI 2.45.0)     | true",
        "temporal version 2.0.0 (Server 2.0.0, UI 3.0.0)       | true",
        "temporal version 1.3.0 (Server 1.27.1, UI 2.36.0)     | false",
        "something else                                        | false"
      })
  void theServerInsideDecidesWhetherTheProgramIsNewEnough(String line, boolean newEnough) {
    assertThat(ServerVersion.isNewEnough(line)).isEqualTo(newEnough);
  }

  @ParameterizedTest
  @CsvSource({
    "go version go1.25.0 linux/amd64, true",
    "go version go1.26rc1 linux/amd64, true",
    "go version go1.24.9 linux/amd64, false",
    "bash: go: command not found, false"
  })
  void goIsNewEnoughFromVersion125On(String line, boolean newEnough) {
    assertThat(GoBuild.isNewEnough(line)).isEqualTo(newEnough);
  }

  @Test
  void theReleaseIsNamedForThisMachine() {
    assertThat(ReleaseArchive.archiveName())
        .matches("temporal_cli_1\\.5\\.1_(linux|darwin)_(amd64|arm64)\\.tar\\.gz");
  }
}
