package dev.carillon.worker;

import dev.carillon.platform.process.PidFile;
import dev.carillon.platform.process.SearchPath;
import dev.carillon.platform.process.Supervisor;
import dev.carillon.platform.temporal.TemporalBinary;
import dev.carillon.platform.temporal.TemporalServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Temporal's own server, started as the platform starts it, with nothing in it.
final class RealTemporal implements AutoCloseable {
  private final TemporalServer server;
  private final Supervisor supervisor;

  RealTemporal(Path folder) throws InterruptedException {
    var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    var caches =
        System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
    var binary =
        new TemporalBinary(Path.of(caches, "carillon"), new SearchPath(path), _ -> {})
            .findOrInstall()
            .orElseThrow();
    server =
        new TemporalServer(
            "127.0.0.1",
            freePort(),
            freePort(),
            folder.resolve("temporal.db"),
            folder.resolve("temporal.log"),
            "default",
            URI.create("http://127.0.0.1:1/codec"));
    supervisor =
        new Supervisor(
            List.of(server.part(binary, Map.of("PATH", path))),
            name -> new PidFile(folder.resolve(name + ".pid"), "CARILLON_HOME=" + folder),
            InstantSource.system(),
            _ -> {});
    supervisor.start();
    supervisor.awaitReady(Duration.ofMinutes(5));
  }

  String address() {
    return server.address();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    supervisor.stop(List.of(List.of("temporal")));
  }
}
