package dev.carillon.platform;

import dev.carillon.platform.environment.Environment;
import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The ports of a launch: free when they were chosen, all different.
public record Ports(
    int api, int mediaBridge, int sandbox, int temporal, int temporalUi, int postgres, int worker) {

  public static final Map<String, Integer> DEFAULTS = defaults();

  private static Map<String, Integer> defaults() {
    var ports = new LinkedHashMap<String, Integer>();
    ports.put("CARILLON_API_PORT", 8080);
    ports.put("CARILLON_MEDIA_BRIDGE_PORT", 8081);
    ports.put("CARILLON_SANDBOX_PORT", 8090);
    ports.put("CARILLON_TEMPORAL_PORT", 7233);
    ports.put("CARILLON_TEMPORAL_UI_PORT", 8233);
    ports.put("CARILLON_POSTGRES_PORT", 15432);
    ports.put("CARILLON_WORKER_PORT", 0);
    return ports;
  }

  /// What the environment asks for; a port that is taken stops the launch.
  static Ports choose(Environment environment) {
    var chosen = new HashMap<String, ServerSocket>();
    try {
      for (var port : DEFAULTS.entrySet()) {
        chosen.put(port.getKey(), hold(environment, port.getKey(), port.getValue()));
      }
      return new Ports(
          number(chosen, "CARILLON_API_PORT"),
          number(chosen, "CARILLON_MEDIA_BRIDGE_PORT"),
          number(chosen, "CARILLON_SANDBOX_PORT"),
          number(chosen, "CARILLON_TEMPORAL_PORT"),
          number(chosen, "CARILLON_TEMPORAL_UI_PORT"),
          number(chosen, "CARILLON_POSTGRES_PORT"),
          number(chosen, "CARILLON_WORKER_PORT"));
    } finally {
      chosen.values().forEach(Ports::release);
    }
  }

  /// Whether nothing listens on `port` of loopback now.
  public static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static ServerSocket hold(Environment environment, String name, int otherwise) {
    var port = environment.port(name, otherwise);
    var shared = name.equals("CARILLON_API_PORT") || name.equals("CARILLON_MEDIA_BRIDGE_PORT");
    try {
      var address =
          shared ? InetAddress.getByName(environment.bind()) : InetAddress.getLoopbackAddress();
      return new ServerSocket(port, 1, address);
    } catch (IOException e) {
      throw new StartFailure(
          "port %d is taken (%s): end what uses it, or set %s to another (0 = any free port)"
              .formatted(port, e.getMessage(), name),
          e);
    }
  }

  private static int number(Map<String, ServerSocket> chosen, String name) {
    var socket = chosen.get(name);
    if (socket == null) {
      throw new IllegalArgumentException("no port called " + name);
    }
    return socket.getLocalPort();
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // Nothing was accepted on it.
    }
  }
}
