package dev.carillon.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class EmbeddedPostgresTest {
  private static final Path HOME = Path.of("/srv/carillon");
  private static final EmbeddedPostgres SERVER =
      new EmbeddedPostgres(
          HOME.resolve("postgres"),
          Path.of("/cache"),
          HOME.resolve("logs/postgres.log"),
          5432,
          new DatabaseLogin("postgres", "hush"),
          new DatabaseLogin("carillon_owner", "hush"),
          new DatabaseLogin("carillon_app", "hush"));

  @Test
  void logsNeitherStatementsNorValues() {
    assertThat(SERVER.serverCommand(Path.of("/programs")))
        .startsWith("/programs/bin/postgres", "-D", "/srv/carillon/postgres")
        .contains(
            "log_statement=none",
            "log_min_messages=log",
            "log_min_error_statement=panic",
            "log_error_verbosity=terse",
            "listen_addresses=127.0.0.1");
  }

  @Test
  void keepsPasswordsOutOfTheCommandLineAndOutOfTexts() {
    assertThat(SERVER.serverCommand(Path.of("/programs"))).noneMatch(w -> w.contains("hush"));
    assertThat(SERVER.toString()).doesNotContain("hush");
    assertThat(SERVER.url()).isEqualTo("jdbc:postgresql://127.0.0.1:5432/carillon");
  }
}
