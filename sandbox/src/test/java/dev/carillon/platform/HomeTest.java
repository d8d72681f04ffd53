package dev.carillon.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeTest {
  @TempDir Path folder;

  @Test
  void liesInTheProjectUnlessTheEnvironmentSaysOtherwise() {
    assertThat(Home.of(new Environment(Map.of()), folder).folder())
        .isEqualTo(folder.resolve(".carillon"));
    assertThat(Home.of(new Environment(Map.of("CARILLON_HOME", "/srv/c")), folder).folder())
        .isEqualTo(Path.of("/srv/c"));
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaidInOneLine() throws IOException {
    var file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> new Home(file.resolve("home")).create())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("cannot write to " + file.resolve("home"))
        .hasMessageContaining("CARILLON_HOME");
  }
}
