package dev.carillon.platform.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Says whether a part can do its work now. Answers within two seconds and never throws.
@FunctionalInterface
public interface Probe {
  boolean ready() throws InterruptedException;

  /// Ready when a GET of `address` gives 200.
  static Probe http(URI address) {
    var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
    return () -> {
      try {
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException _) {
        return false;
      }
    };
  }

  /// Ready when something accepts connections on `host`:`port`.
  static Probe tcp(String host, int port) {
    return () -> {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, port), 1_000);
        return true;
      } catch (IOException _) {
        return false;
      }
    };
  }

  /// Ready when both are.
  default Probe and(Probe other) {
    return () -> ready() && other.ready();
  }
}
