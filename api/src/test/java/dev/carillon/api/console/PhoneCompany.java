package dev.carillon.api.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// A carrier that takes texts and has the same sound for every recording: a second, unless told.
final class PhoneCompany implements AutoCloseable {
  private static final int RATE = 8_000;

  private final HttpServer server;
  private final byte[] recording;
  private final List<String> texts = new CopyOnWriteArrayList<>();

  PhoneCompany() {
    this(sound());
  }

  PhoneCompany(byte[] recording) {
    this.recording = recording;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// The requests for texts, as forms.
  List<String> texts() {
    return List.copyOf(texts);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (path.endsWith("/Messages.json")) {
      var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      texts.add(URLDecoder.decode(form, StandardCharsets.UTF_8));
      var sid = "SM%032d".formatted(texts.size());
      send(
          exchange,
          201,
          "application/json",
          "{\"sid\": \"%s\", \"status\": \"queued\"}"
              .formatted(sid)
              .getBytes(StandardCharsets.UTF_8));
    } else if (path.endsWith(".wav")) {
      send(exchange, 200, "audio/wav", recording);
    } else {
      send(exchange, 404, "application/json", new byte[0]);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static byte[] sound() {
    var samples = new byte[RATE * 2];
    for (int i = 0; i < RATE; i++) {
      samples[2 * i + 1] = (byte) (40 * Math.sin(i * 2 * Math.PI * 440 / RATE));
    }
    var wav = new ByteArrayOutputStream();
    try (var stream =
        new AudioInputStream(
            new ByteArrayInputStream(samples),
            new AudioFormat(RATE, 16, 1, true, false),
            samples.length / 2)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, wav);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return wav.toByteArray();
  }
}
