package dev.carillon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AddressesTest {
  @TempDir Path folder;

  @Test
  void leavesOutWhatWasNotStarted() throws IOException {
    var file = folder.resolve("addresses.json");
    var addresses = new Addresses("http://a", "http://b", null, "t:7233", null, "p:5432");

    addresses.write(file);

    assertThat(Files.readString(file))
        .isEqualToIgnoringWhitespace(
            """
            {"api": "http://a", "mediaBridge": "http://b", "temporal": "t:7233", "postgres": "p:5432"}
            """);
    assertThat(Addresses.read(file)).contains(addresses);
  }

  @Test
  void areNotThereWhileNothingRuns() {
    assertThat(Addresses.read(folder.resolve("missing.json"))).isEmpty();
  }
}
