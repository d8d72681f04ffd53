package dev.carillon.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogTailTest {
  @TempDir Path folder;

  @Test
  void tellsTheLastLineThatIsNotPartOfAStackTrace() throws IOException {
    var log = folder.resolve("api.log");
    Files.writeString(
        log, "started\nCaused by: the port is taken\n\tat a.B.c(B.java)\n\t... 3 more\n\n");

    assertThat(LogTail.lastTelling(log)).isEqualTo("Caused by: the port is taken");
  }

  @Test
  void saysSoWhenThereIsNothing() throws IOException {
    var log = Files.createFile(folder.resolve("api.log"));

    assertThat(LogTail.lastTelling(log)).isEqualTo("it said nothing");
  }

  @Test
  void readsOnlyTheEndOfALongLog() throws IOException {
    var log = folder.resolve("api.log");
    Files.writeString(log, "x".repeat(100_000) + "\nthe end\n");

    assertThat(LogTail.lastTelling(log)).isEqualTo("the end");
  }
}
