package dev.carillon.platform.postgres;

import dev.carillon.platform.process.Part;
import dev.carillon.platform.process.StartFailure;
import dev.carillon.platform.process.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One PostgreSQL server on this machine, reachable on loopback by password only.
///
/// @param data the data folder; made on the first start
/// @param cache where the server's programs are unpacked
/// @param superuser made with the data folder; only this package logs in with it
/// @param owner of the database, the role that migrates
/// @param application the plain role of the applications: neither owner nor superuser, so row-level
///   security holds
public record EmbeddedPostgres(
    Path data,
    Path cache,
    Path log,
    int port,
    DatabaseLogin superuser,
    DatabaseLogin owner,
    DatabaseLogin application) {
  static final String DATABASE = "carillon";
  private static final Duration INIT_LIMIT = Duration.ofMinutes(1);

  /// The server as a part called `postgres`, ready once roles and database are there.
  public Part part(Map<String, String> environment) {
    var programs = new Binaries(cache).unpacked();
    var root = new RootEscape(environment);
    var remains = new Remains(data);
    var set = new RolesAndDatabase(this);
    return new Part(
        "postgres",
        root.command(serverCommand(programs)),
        environment,
        log,
        set::ensured,
        List.of(),
        () -> {
          remains.clear();
          initialise(programs, root, environment);
        },
        StopSignal.INT,
        Duration.ofSeconds(6));
  }

  /// The JDBC address of Carillon's database.
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }

  String maintenanceUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  /// Errors are not logged at all: their texts may repeat values of a row. Statements and
  /// parameters neither.
  List<String> serverCommand(Path programs) {
    var command =
        new ArrayList<>(
            List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString()));
    var settings =
        Map.ofEntries(
            Map.entry("port", Integer.toString(port)),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "200"),
            Map.entry("log_min_messages", "log"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_statement", "none"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_autovacuum_min_duration", "-1"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("timezone", "UTC"));
    settings.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            setting -> command.addAll(List.of("-c", setting.getKey() + "=" + setting.getValue())));
    return command;
  }

  private void initialise(Path programs, RootEscape root, Map<String, String> environment) {
    if (Files.exists(data.resolve("PG_VERSION"))) {
      return;
    }
    try {
      var password = Files.createTempFile(log.getParent(), "init", ".txt");
      try {
        Files.writeString(password, superuser.password());
        var command = root.command(initCommand(programs, password));
        var init = new ProcessBuilder(command).redirectErrorStream(true);
        init.environment().clear();
        init.environment().putAll(environment);
        init.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var process = init.start();
        if (!process.waitFor(INIT_LIMIT.toSeconds(), TimeUnit.SECONDS)
            || process.exitValue() != 0) {
          process.destroyForcibly();
          throw new StartFailure("PostgreSQL cannot make its data folder " + data + ": see " + log);
        }
      } finally {
        Files.delete(password);
      }
    } catch (IOException e) {
      throw new StartFailure("PostgreSQL cannot make its data folder: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure("interrupted while PostgreSQL made its data folder", e);
    }
  }

  private List<String> initCommand(Path programs, Path passwordFile) {
    return List.of(
        programs.resolve("bin/initdb").toString(),
        "--pgdata=" + data,
        "--username=" + superuser.user(),
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--no-locale",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions");
  }
}
