package dev.carillon.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Temporal's own development server with its web UI, in memory, on ports of its own: what `up`
/// starts, for tests of the API. Its program is where `./carillon prepare` puts it.
public final class DevServer implements AutoCloseable {
  private static final String VERSION = "1.5.1";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int uiPort;
  private final Process process;

  private DevServer(int uiPort, Process process) {
    this.uiPort = uiPort;
    this.process = process;
  }

  /// Where it will listen.
  public record Ports(int grpc, int ui) {
    public static Ports free() {
      return new Ports(freePort(), freePort());
    }

    /// What an API needs to know of it.
    public String[] settings() {
      return new String[] {
        "--TEMPORAL_ADDRESS=127.0.0.1:" + grpc,
        "--CARILLON_TEMPORAL_UI_PORT=" + ui,
        "--CARILLON_TEMPORAL_UI_URL=http://127.0.0.1:" + ui
      };
    }
  }

  /// Starts it and waits until it and its web UI answer.
  ///
  /// @param codec where the web UI has payloads decoded
  public static DevServer start(Ports ports, URI codec) {
    try {
      var process =
          new ProcessBuilder(
                  binary().toString(),
                  "server",
                  "start-dev",
                  "--ip",
                  "127.0.0.1",
                  "--port",
                  Integer.toString(ports.grpc()),
                  "--ui-port",
                  Integer.toString(ports.ui()),
                  "--log-level",
                  "error",
                  "--ui-codec-endpoint",
                  codec.toString())
              .redirectErrorStream(true)
              .redirectOutput(new File("target/temporal-" + ports.grpc() + ".log"))
              .start();
      var server = new DevServer(ports.ui(), process);
      server.await(ports.grpc());
      server.await(ports.ui());
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The web UI's page of a workflow in the default namespace.
  public URI page(String workflowId) {
    return URI.create(
        "http://127.0.0.1:%d/namespaces/default/workflows/%s"
            .formatted(uiPort, workflowId.replace("/", "%2F")));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void await(int there) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers(there)) {
      assertThat(process.isAlive()).as("the development server is alive").isTrue();
      assertThat(System.nanoTime()).as("port %d answers in time", there).isLessThan(end);
      pause();
    }
  }

  private void pause() {
    try {
      var _ = process.waitFor(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while Temporal starts", e);
    }
  }

  private static boolean answers(int port) {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static Path binary() {
    var cache =
        Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
    var kept = cache.resolve("carillon/temporal-" + VERSION + "/temporal");
    var onPath =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "temporal"));
    return Stream.concat(Stream.of(kept), onPath)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new AssertionError("no Temporal server: ./carillon prepare gets one into " + cache));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
