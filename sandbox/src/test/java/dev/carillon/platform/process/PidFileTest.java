package dev.carillon.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PidFileTest {
  @TempDir Path folder;
  private Process process;

  @BeforeEach
  void startSomething() throws IOException {
    var builder = new ProcessBuilder("sleep", "60");
    builder.environment().put("CARILLON_HOME", "/srv/ours");
    process = builder.start();
  }

  @AfterEach
  void endIt() {
    process.destroyForcibly();
  }

  @Test
  void findsAProcessOfItsOwner() {
    var file = new PidFile(folder.resolve("api.pid"), "CARILLON_HOME=/srv/ours");
    file.write(process.pid());

    assertThat(file.orphan()).contains(process.toHandle());
  }

  @Test
  void leavesTheProcessOfSomebodyElseAlone() {
    var file = new PidFile(folder.resolve("api.pid"), "CARILLON_HOME=/srv/our");
    file.write(process.pid());

    assertThat(file.orphan()).isEmpty();
  }

  @Test
  void findsNothingOnceTheProcessIsGone() throws InterruptedException {
    var file = new PidFile(folder.resolve("api.pid"), "CARILLON_HOME=/srv/ours");
    file.write(process.pid());
    process.destroyForcibly().waitFor();

    assertThat(file.orphan()).isEmpty();
  }

  @Test
  void takesAFileThatHoldsNoNumberAsEmpty() throws IOException {
    Files.writeString(folder.resolve("api.pid"), "not a number");

    assertThat(new PidFile(folder.resolve("api.pid"), "A=b").orphan()).isEmpty();
  }
}
