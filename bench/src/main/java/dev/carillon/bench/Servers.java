package dev.carillon.bench;

import dev.carillon.platform.Installation;
import dev.carillon.platform.TemporaryHome;
import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.postgres.DatabaseLogin;
import dev.carillon.platform.postgres.EmbeddedPostgres;
import dev.carillon.platform.process.Narrator;
import dev.carillon.platform.process.PidFile;
import dev.carillon.platform.process.StartFailure;
import dev.carillon.platform.process.Supervisor;
import dev.carillon.platform.temporal.TemporalBinary;
import dev.carillon.platform.temporal.TemporalServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// A real PostgreSQL and a real Temporal for one run, started as `up` starts them, in a folder that
/// is gone afterwards.
public final class Servers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final TemporaryHome home;
  private final EmbeddedPostgres postgres;
  private final TemporalServer temporal;
  private final Supervisor supervisor;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Servers(
      TemporaryHome home,
      EmbeddedPostgres postgres,
      TemporalServer temporal,
      Supervisor supervisor) {
    this.home = home;
    this.postgres = postgres;
    this.temporal = temporal;
    this.supervisor = supervisor;
  }

  /// Returns once both answer.
  public static Servers start(Narrator out) throws InterruptedException {
    var environment = new Environment(System.getenv());
    var cache = Installation.of(environment).cache();
    var home = TemporaryHome.make("carillon-bench-");
    var folder = home.folder();
    var postgres =
        new EmbeddedPostgres(
            folder.resolve("postgres"),
            cache,
            folder.resolve("postgres.log"),
            freePort(),
            new DatabaseLogin("postgres", "bench"),
            new DatabaseLogin("carillon_owner", "bench"),
            new DatabaseLogin("carillon_app", "bench"));
    var temporal =
        new TemporalServer(
            "127.0.0.1",
            freePort(),
            freePort(),
            folder.resolve("temporal.db"),
            folder.resolve("temporal.log"),
            "default",
            URI.create("http://127.0.0.1:1/codec"));
    var binary =
        new TemporalBinary(cache, environment.programs(), out)
            .findOrInstall()
            .orElseThrow(() -> new StartFailure("a benchmark needs the real Temporal server"));
    var variables = Map.of("PATH", environment.orElse("PATH", "/usr/bin:/bin"));
    var supervisor =
        new Supervisor(
            List.of(postgres.part(variables), temporal.part(binary, variables)),
            name -> new PidFile(folder.resolve(name + ".pid"), "CARILLON_HOME=" + folder),
            InstantSource.system(),
            out);
    var servers = new Servers(home, postgres, temporal, supervisor);
    // Ctrl-C must not leave servers behind.
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(servers::close));
    supervisor.start();
    supervisor.awaitReady(PATIENCE);
    return servers;
  }

  /// How an application is told to use them.
  public Map<String, String> settings() {
    return Map.of(
        "database.url", postgres.url(),
        "database.user", postgres.application().user(),
        "database.password", postgres.application().password(),
        "database.migration-user", postgres.owner().user(),
        "database.migration-password", postgres.owner().password(),
        "TEMPORAL_ADDRESS", temporal.address());
  }

  public String temporalAddress() {
    return temporal.address();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StartFailure("no free port", e);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      supervisor.stop(List.of(List.of("temporal"), List.of("postgres")));
      home.close();
    }
  }
}
