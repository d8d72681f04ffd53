package dev.carillon.bench.audio;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The carrier's side of one media stream, from its start message to the first audio.
final class Caller implements WebSocket.Listener {
  private static final int SECONDS = 10;

  private final CompletableFuture<Long> firstAudio = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();

  private Caller() {}

  /// How long the person who has answered waits for the agent's first byte.
  static Duration waitForAudio(HttpClient http, URI address, String signature, String sid) {
    var caller = new Caller();
    var socket =
        http.newWebSocketBuilder()
            .header("X-Twilio-Signature", signature)
            .buildAsync(address, caller)
            .orTimeout(SECONDS, TimeUnit.SECONDS)
            .join();
    send(socket, "{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    var started = System.nanoTime();
    send(
        socket,
        "{\"event\":\"start\",\"sequenceNumber\":\"1\",\"start\":{\"streamSid\":\"MZ1\",\"callSid\":\"%s\",\"mediaFormat\":{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1}},\"streamSid\":\"MZ1\"}"
            .formatted(sid));
    var heard = caller.firstAudio.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    hangUp(socket, sid);
    return Duration.ofNanos(heard - started);
  }

  /// The other side may have gone already.
  private static void hangUp(WebSocket socket, String sid) {
    var stop =
        "{\"event\":\"stop\",\"sequenceNumber\":\"2\",\"stop\":{\"callSid\":\"%s\"},\"streamSid\":\"MZ1\"}"
            .formatted(sid);
    var _ = socket.sendText(stop, true).whenComplete((_, _) -> socket.abort());
  }

  private static void send(WebSocket socket, String text) {
    socket.sendText(text, true).orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
    partial.append(text);
    if (last) {
      if (partial.indexOf("\"media\"") >= 0) {
        firstAudio.complete(System.nanoTime());
      }
      partial.setLength(0);
    }
    socket.request(1);
    return null;
  }
}
