package dev.carillon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.platform.FakeBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole of `up` with a real PostgreSQL and a real Temporal; Carillon's own programs are fakes.
final class UpIT {
  @TempDir static Path build;

  @TempDir Path home;

  @BeforeAll
  static void fakeTheBuild() throws IOException {
    FakeBuild.in(build);
  }

  @ParameterizedTest
  @ValueSource(strings = {"api", "worker", "media-bridge", "sandbox", "temporal", "postgres"})
  void aKilledPartComesBackAtTheSameAddress(String part) throws IOException, InterruptedException {
    try (var up = UpProcess.start(build, home, Map.of()).awaitReady()) {
      var before = up.part(part);

      before.destroyForcibly();

      up.until("it is back", () -> up.text().contains(part + " is back"));
      assertThat(up.part(part)).isNotEqualTo(before);
      assertThat(before.isAlive()).isFalse();
    }
  }

  @Test
  void sigtermEndsEverythingAndIsASuccess() throws IOException, InterruptedException {
    try (var up = UpProcess.start(build, home, Map.of()).awaitReady()) {
      var parts = up.parts();

      var exit = up.terminate();

      assertThat(exit).isZero();
      assertThat(parts).hasSize(6).noneMatch(ProcessHandle::isAlive);
      assertThat(home.resolve("run")).isDirectoryNotContaining("glob:**.{pid,json}");
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
  void theNextLaunchReplacesWhatAKilledOneLeftBehind() throws IOException, InterruptedException {
    try (var killed = UpProcess.start(build, home, Map.of()).awaitReady()) {
      var orphans = killed.parts();
      killed.kill();
      assertThat(orphans).allMatch(ProcessHandle::isAlive);

      try (var next = UpProcess.start(build, home, Map.of()).awaitReady()) {
        assertThat(orphans).noneMatch(ProcessHandle::isAlive);
        assertThat(next.parts()).allMatch(ProcessHandle::isAlive);
      }
    }
  }

  @Test
  void aSecondLaunchInTheSameHomeIsRefusedInOneLine() throws IOException, InterruptedException {
    try (var _ = UpProcess.start(build, home, Map.of()).awaitReady();
        var second = UpProcess.start(build, home, Map.of())) {
      assertThat(second.awaitExit()).isEqualTo(1);
      assertThat(second.text().lines())
          .containsExactly(
              "carillon: another launch already runs in "
                  + home
                  + ": end it, or set CARILLON_HOME");
    }
  }

  @Test
  void whatIsInTheDatabaseSurvivesARestart() throws Exception {
    try (var up = UpProcess.start(build, home, Map.of()).awaitReady()) {
      run(up, "carillon_owner", "CREATE TABLE kept AS SELECT 1 AS one");
      up.terminate();
    }

    try (var up = UpProcess.start(build, home, Map.of()).awaitReady()) {
      run(up, "carillon_owner", "SELECT one FROM kept");
    }
  }

  @Test
  void theApplicationsRoleHasNoPowers() throws Exception {
    try (var up = UpProcess.start(build, home, Map.of()).awaitReady();
        var connection = connect(up, "carillon_app");
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
  void aProgramThatNeverStartsEndsTheLaunchWithItsLastWords(@TempDir Path broken)
      throws IOException, InterruptedException {
    FakeBuild.in(broken);
    Files.writeString(broken.resolve("worker.classpath"), "nowhere");

    try (var up = UpProcess.start(broken, home, Map.of())) {
      assertThat(up.awaitExit()).isEqualTo(1);
      assertThat(up.text().lines().toList().getLast())
          .startsWith("carillon: worker does not start (exit 1): ")
          .contains("dev.carillon.worker.WorkerMain", home.resolve("logs/worker.log").toString());
      assertThat(home.resolve("run")).isDirectoryNotContaining("glob:**.pid");
    }
  }

  @Test
  void aFileWithSecretsIsForItsOwnerOnly() throws IOException, InterruptedException {
    try (var _ = UpProcess.start(build, home, Map.of()).awaitReady()) {
      assertThat(Files.getPosixFilePermissions(home.resolve("secrets.env")))
          .containsExactlyInAnyOrderElementsOf(
              List.of(
                  java.nio.file.attribute.PosixFilePermission.OWNER_READ,
                  java.nio.file.attribute.PosixFilePermission.OWNER_WRITE));
    }
  }

  private void run(UpProcess up, String role, String sql) throws SQLException, IOException {
    try (var connection = connect(up, role);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private java.sql.Connection connect(UpProcess up, String role) throws SQLException, IOException {
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
