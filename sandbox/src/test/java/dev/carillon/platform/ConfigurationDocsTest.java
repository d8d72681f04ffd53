package dev.carillon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every variable the programs read is explained to the people who set it.
final class ConfigurationDocsTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern VARIABLE =
      Pattern.compile(
          "[\"{]((?:CARILLON|TEMPORAL|DATABASE|TWILIO|OPENAI|ANTHROPIC|DEEPGRAM|ELEVENLABS|GOOGLE"
              + "|SALESFORCE|MAKE|NHTSA)_[A-Z][A-Z_]*[A-Z]|PUBLIC_URL|MEDIA_PUBLIC_URL"
              + "|ALLOWED_TEST_NUMBERS|OWNER_PHONE_NUMBER)[\":}]");

  /// Set by the launcher and the supervisor for their own programs, not by people.
  private static final Set<String> INTERNAL =
      Set.of(
          "CARILLON_PROJECT",
          "CARILLON_BUILD",
          "CARILLON_MAVEN",
          "CARILLON_POSTGRES_PASSWORD",
          "CARILLON_TEMPORAL_UI_URL",
          "CARILLON_SANDBOX_VOICE_URL",
          "CARILLON_SANDBOX_SMS_URL");

  @Test
  void everyVariableThatIsReadIsInTheExample() throws IOException {
    var example = Files.readString(PROJECT.resolve(".env.example"));

    assertThat(read())
        .filteredOn(name -> !INTERNAL.contains(name) && !name.equals("TEMPORAL_TLS"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(example).contains("\n" + name + "="));
  }

  @Test
  void everyVariableOfTheExampleIsExplained() throws IOException {
    var explained = Files.readString(PROJECT.resolve("docs/configuration.md"));

    try (var lines = Files.lines(PROJECT.resolve(".env.example"))) {
      assertThat(lines.filter(line -> line.matches("[A-Z_]+=.*")).map(line -> line.split("=")[0]))
          .hasSizeGreaterThan(50)
          .allSatisfy(name -> assertThat(explained).contains("`" + name + "`"));
    }
  }

  private static Set<String> read() throws IOException {
    try (var files = Files.walk(PROJECT, 12)) {
      return files
          .filter(file -> file.toString().matches(".*/src/main/.*\\.(java|properties)"))
          .flatMap(ConfigurationDocsTest::variables)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Stream<String> variables(Path file) {
    try {
      return VARIABLE.matcher(Files.readString(file)).results().map(match -> match.group(1));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
