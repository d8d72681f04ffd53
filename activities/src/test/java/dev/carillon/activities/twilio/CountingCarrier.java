package dev.carillon.activities.twilio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Answers every request in one way and keeps each request's body: a bare socket, so that it can
/// also reset or never answer.
final class CountingCarrier implements AutoCloseable {
  final List<String> requests = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private final Answer answer;
  private final CountDownLatch closing = new CountDownLatch(1);

  /// How the carrier behaves.
  sealed interface Answer {

    record Says(int status, String body) implements Answer {}

    /// Reads the request and breaks the connection.
    record Resets() implements Answer {}

    /// Reads the request and never answers.
    record Hangs() implements Answer {}
  }

  CountingCarrier(Answer answer) {
    this.answer = answer;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.ofVirtual().start(() -> handle(socket));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void handle(Socket socket) {
    try (socket) {
      while (true) {
        var request = read(socket.getInputStream());
        if (request.isEmpty()) {
          return;
        }
        requests.add(request);
        switch (answer) {
          case Answer.Says(int status, String body) -> say(socket, status, body);
          case Answer.Resets _ -> {
            socket.setSoLinger(true, 0);
            return;
          }
          case Answer.Hangs _ -> {
            closing.await();
            return;
          }
        }
      }
    } catch (IOException _) {
      // The client has gone.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(Socket socket, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    var head =
        "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, bytes.length);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /// One request: its head and, by its content length, its body; empty at the end of the stream.
  private static String read(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    var length =
        head.toString()
            .lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
            .findFirst()
            .orElse(0);
    return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    server.close();
  }
}
