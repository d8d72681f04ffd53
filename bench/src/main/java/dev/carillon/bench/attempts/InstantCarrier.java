package dev.carillon.bench.attempts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.carillon.platform.process.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/// A carrier at the wire that takes every call at once and finds every line busy a moment later.
/// News of a call goes to `callbacks`, which stands for the signed callback's way in.
final class InstantCarrier implements AutoCloseable {
  private static final Pattern CALL = Pattern.compile("/webhooks/twilio/status/([0-9a-f-]{36})/");
  private static final String[] STATUSES = {"initiated", "ringing", "busy"};
  private static final int APART_MILLIS = 20;

  private final AtomicLong sids = new AtomicLong();
  private final ScheduledExecutorService later =
      Executors.newScheduledThreadPool(2, Thread.ofVirtual().factory());
  private final BiConsumer<UUID, Map<String, String>> callbacks;
  private final HttpServer server;

  InstantCarrier(BiConsumer<UUID, Map<String, String>> callbacks) {
    this.callbacks = callbacks;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    } catch (IOException e) {
      throw new StartFailure("no port for a carrier", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::place);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void place(HttpExchange exchange) throws IOException {
    try (exchange) {
      var form =
          URLDecoder.decode(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              StandardCharsets.UTF_8);
      var call = CALL.matcher(form);
      if (!call.find()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      var sid = "CA%032x".formatted(sids.incrementAndGet());
      var body =
          "{\"sid\":\"%s\",\"status\":\"queued\"}".formatted(sid).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(201, body.length);
      exchange.getResponseBody().write(body);
      report(UUID.fromString(call.group(1)), sid);
    }
  }

  private void report(UUID callId, String sid) {
    for (var number = 0; number < STATUSES.length; number++) {
      var news =
          Map.of(
              "CallSid",
              sid,
              "CallStatus",
              STATUSES[number],
              "SequenceNumber",
              Integer.toString(number));
      var _ =
          later.schedule(
              () -> callbacks.accept(callId, news),
              (long) APART_MILLIS * (number + 1),
              TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    later.shutdownNow();
  }
}
