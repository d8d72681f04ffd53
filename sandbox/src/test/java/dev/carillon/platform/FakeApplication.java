package dev.carillon.platform;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/// Stands in for one of Carillon's programs: healthy at once, and nothing else.
public final class FakeApplication {
  private static final Map<String, String> PORTS =
      Map.of(
          "sandbox", "CARILLON_SANDBOX_PORT",
          "media-bridge", "CARILLON_MEDIA_BRIDGE_PORT",
          "api", "CARILLON_API_PORT",
          "worker", "CARILLON_WORKER_PORT");

  private FakeApplication() {}

  /// Runs as the application named by the first argument, until it is ended.
  public static void main(String[] arguments) throws IOException {
    var port = Integer.parseInt(System.getenv(PORTS.get(arguments[0])));
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/health",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }
}
