package dev.carillon.platform.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DotEnvTest {
  @TempDir Path folder;

  @Test
  void readsNamesAndValues() throws IOException {
    var read =
        read(
            """
            # a comment

            PLAIN=one two
            export EXPORTED = spaced\s
            COMMENTED=value # why
            HASH=a#b
            SINGLE='raw \\n # value'
            DOUBLE="line\\nbreak \\"quoted\\" \\\\"
            EMPTY=
            NOTHING= # only a comment
            URL=https://example.com/?a=b
            """);

    assertThat(read)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "PLAIN", "one two",
                "EXPORTED", "spaced",
                "COMMENTED", "value",
                "HASH", "a#b",
                "SINGLE", "raw \\n # value",
                "DOUBLE", "line\nbreak \"quoted\" \\",
                "EMPTY", "",
                "NOTHING", "",
                "URL", "https://example.com/?a=b"));
  }

  @Test
  void namesTheLineThatIsNoVariableButNotWhatItSays() {
    assertThatThrownBy(() -> read("A=b\nsecret words\n"))
        .isInstanceOf(StartFailure.class)
        .hasMessageEndingWith("line 2 is not NAME=value")
        .hasMessageNotContaining("secret");
  }

  @Test
  void takesAFileThatIsNotThereAsEmpty() {
    assertThat(DotEnv.read(folder.resolve("missing"))).isEmpty();
  }

  private Map<String, String> read(String text) throws IOException {
    return DotEnv.read(Files.writeString(folder.resolve(".env"), text));
  }
}
