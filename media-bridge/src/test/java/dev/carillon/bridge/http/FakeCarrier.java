package dev.carillon.bridge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The carrier's end of one stream over a real socket.
final class FakeCarrier implements WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();

  final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;
  private int sequence;

  FakeCarrier(HttpClient http, URI address, String signature) {
    socket =
        http.newWebSocketBuilder()
            .header("X-Twilio-Signature", signature)
            .buildAsync(address, this)
            .orTimeout(5, TimeUnit.SECONDS)
            .join();
  }

  void start() {
    send("{\"event\":\"connected\",\"protocol\":\"Call\",\"version\":\"1.0.0\"}");
    send(
        "{\"event\":\"start\",\"sequenceNumber\":\"%d\",\"start\":{\"streamSid\":\"MZ1\",\"callSid\":\"CA1\",\"mediaFormat\":{\"encoding\":\"audio/x-mulaw\",\"sampleRate\":8000,\"channels\":1}},\"streamSid\":\"MZ1\"}"
            .formatted(++sequence));
  }

  void says(byte[] sound) {
    send(
        "{\"event\":\"media\",\"sequenceNumber\":\"%d\",\"media\":{\"track\":\"inbound\",\"payload\":\"%s\"},\"streamSid\":\"MZ1\"}"
            .formatted(++sequence, Base64.getEncoder().encodeToString(sound)));
  }

  void echoes(String mark) {
    send(
        "{\"event\":\"mark\",\"sequenceNumber\":\"%d\",\"mark\":{\"name\":\"%s\"},\"streamSid\":\"MZ1\"}"
            .formatted(++sequence, mark));
  }

  void hangsUp() {
    send(
        "{\"event\":\"stop\",\"sequenceNumber\":\"%d\",\"stop\":{\"callSid\":\"CA1\"},\"streamSid\":\"MZ1\"}"
            .formatted(++sequence));
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").orTimeout(5, TimeUnit.SECONDS).join();
  }

  /// Takes sound until so many bytes have come, returning each mark at once.
  byte[] hears(int bytes) throws InterruptedException {
    var sound = new ByteArrayOutputStream();
    while (sound.size() < bytes) {
      var message = received.poll(5, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("silence after " + sound.size() + " bytes");
      }
      switch (message.path("event").asText()) {
        case "media" ->
            sound.writeBytes(
                Base64.getDecoder().decode(message.path("media").path("payload").asText()));
        case "mark" -> echoes(message.path("mark").path("name").asText());
        default -> throw new AssertionError("unexpected " + message);
      }
    }
    return sound.toByteArray();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        received.add(JSON.readTree(partial.toString()));
      } catch (JsonProcessingException e) {
        closed.completeExceptionally(e);
      }
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  private void send(String text) {
    socket.sendText(text, true).orTimeout(5, TimeUnit.SECONDS).join();
  }
}
