package dev.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.platform.FakeBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole of `up` with a real PostgreSQL and a real Temporal; Carillon's own programs are fakes.
final class UpIT {
  @TempDir static Path build;
  @TempDir static Path sharedHome;
  private static UpProcess shared;

  @TempDir Path home;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    FakeBuild.in(build);
    shared = UpProcess.start(build, sharedHome, Map.of()).awaitReady();
  }

  @AfterAll
  static void end() {
    shared.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "worker", "media-bridge", "sandbox", "temporal", "postgres"})
  void aKilledPartComesBack(String part) throws InterruptedException {
    var before = shared.part(part);

    before.destroyForcibly();

    shared.until("it is back", () -> shared.text().contains(part + " is back"));
    assertThat(shared.part(part)).isNotEqualTo(before).matches(ProcessHandle::isAlive);
    assertThat(before.isAlive()).isFalse();
  }

  @Test
  void theApplicationsRoleHasNoPowers() throws SQLException, IOException {
    try (var connection = connect(sharedHome, shared, "carillon_app");
        var statement = connection.createStatement();
        var role =
            statement.executeQuery(
                """
                SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb,
                       (SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'carillon')
                FROM pg_roles WHERE rolname = current_user
                """)) {
      role.next();

      assertThat(role.getBoolean(1)).isFalse();
      assertThat(role.getString(2)).isEqualTo("carillon_owner");
    }
  }

  @Test
  void aSecondLaunchInTheSameHomeIsRefusedInOneLine() throws IOException, InterruptedException {
    try (var second = UpProcess.start(build, sharedHome, Map.of())) {
      assertThat(second.awaitExit()).isEqualTo(1);
      assertThat(second.text().lines())
          .containsExactly(
              "carillon: another launch already runs in "
                  + sharedHome
                  + ": end it, or set CARILLON_HOME");
      assertThat(shared.parts()).allMatch(ProcessHandle::isAlive);
      assertThat(shared.addresses().temporal()).startsWith("127.0.0.1:");
    }
  }

  @Test
  void sigtermBeforeEverythingIsReadyLeavesNothingBehind()
      throws IOException, InterruptedException {
    try (var up = UpProcess.start(build, home, Map.of())) {
      up.until("a part is started", () -> up.pid("postgres").isPresent());
      var postgres = up.part("postgres");

      var exit = up.terminate();

      assertThat(exit).isZero();
      assertThat(postgres.isAlive()).isFalse();
      assertThat(home.resolve("run")).isDirectoryNotContaining("glob:**.pid");
    }
  }

  @Test
  void aLaunchTakesOverFromAKilledOneAndSigtermEndsItAll() throws Exception {
    try (var killed = UpProcess.start(build, home, Map.of()).awaitReady()) {
      run(killed, "CREATE TABLE kept AS SELECT 1 AS one");
      var orphans = killed.parts();
      killed.kill();
      assertThat(orphans).allMatch(ProcessHandle::isAlive);

      try (var next = UpProcess.start(build, home, Map.of()).awaitReady()) {
        var parts = next.parts();
        assertThat(orphans).noneMatch(ProcessHandle::isAlive);
        assertThat(parts).hasSize(6).allMatch(ProcessHandle::isAlive);
        run(next, "SELECT one FROM kept");

        assertThat(next.terminate()).isZero();
        assertThat(parts).noneMatch(ProcessHandle::isAlive);
        assertThat(home.resolve("run")).isDirectoryNotContaining("glob:**.{pid,json}");
      }
    }
  }

  @Test
  void aProgramThatNeverStartsEndsTheLaunchWithItsLastWords(@TempDir Path broken)
      throws IOException, InterruptedException {
    FakeBuild.in(broken);
    Files.writeString(broken.resolve("sandbox.classpath"), "nowhere");

    try (var up = UpProcess.start(broken, home, Map.of())) {
      assertThat(up.awaitExit()).isEqualTo(1);
      assertThat(up.text().lines().toList().getLast())
          .startsWith("carillon: sandbox does not start (exit 1): ")
          .contains(
              "dev.carillon.sandbox.SandboxMain", home.resolve("logs/sandbox.log").toString());
      assertThat(home.resolve("run")).isDirectoryNotContaining("glob:**.pid");
    }
  }

  private void run(UpProcess up, String sql) throws SQLException, IOException {
    try (var connection = connect(home, up, "carillon_owner");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(Path home, UpProcess up, String role)
      throws SQLException, IOException {
    var secret =
        role.equals("carillon_owner") ? "DATABASE_MIGRATION_PASSWORD=" : "DATABASE_PASSWORD=";
    try (var lines = Files.lines(home.resolve("secrets.env"))) {
      var password =
          lines
              .filter(line -> line.startsWith(secret))
              .map(line -> line.substring(secret.length()))
              .findFirst()
              .orElseThrow();
      return DriverManager.getConnection(
          "jdbc:postgresql://" + up.addresses().postgres() + "/carillon", role, password);
    }
  }
}
