package dev.carillon.sandbox.ai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.speech.MuLaw;
import dev.carillon.sandbox.speech.Resampling;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A plain client of the realtime interface.
final class RealtimeClient implements WebSocket.Listener, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int A_LAW_SILENCE = 0xD5;

  private final BlockingQueue<JsonNode> incoming = new LinkedBlockingQueue<>();
  private final List<JsonNode> seen = new ArrayList<>();
  private final ByteArrayOutputStream audio = new ByteArrayOutputStream();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private @Nullable WebSocket socket;

  static RealtimeClient open(HttpClient http, URI address, String key, String... headers) {
    RealtimeClient client = new RealtimeClient();
    WebSocket.Builder builder = http.newWebSocketBuilder().header("Authorization", "Bearer " + key);
    for (String header : headers) {
      builder.header(header, "realtime=v1");
    }
    client.socket = builder.buildAsync(address, client).join();
    return client;
  }

  void send(String text) {
    socket().sendText(text, true).join();
  }

  /// Says something and is silent for a second; as fast as it can be sent.
  void say(byte[] muLaw, String format) {
    byte[] silence = new byte[MuLaw.RATE];
    Arrays.fill(silence, MuLaw.SILENCE);
    append(coded(muLaw, format));
    append(coded(silence, format));
  }

  /// The next event of this kind; those before it are kept as seen.
  JsonNode await(String type) {
    while (true) {
      JsonNode event = next();
      seen.add(event);
      if (event.path("type").asText().equals("response.output_audio.delta")) {
        audio.writeBytes(Base64.getDecoder().decode(event.path("delta").asText()));
      }
      if (event.path("type").asText().equals(type)) {
        return event;
      }
    }
  }

  int awaitClose() {
    return closed.orTimeout(10, TimeUnit.SECONDS).join();
  }

  Optional<JsonNode> seen(String type) {
    JsonNode more = incoming.poll();
    while (more != null) {
      seen.add(more);
      more = incoming.poll();
    }
    return seen.stream().filter(event -> event.path("type").asText().equals(type)).findFirst();
  }

  /// The audio that has come since the last time, as mu-law.
  byte[] takeAudio(String format) {
    byte[] all = audio.toByteArray();
    audio.reset();
    return switch (format) {
      case "audio/pcm" -> MuLaw.encode(Resampling.lower(Resampling.samples(all), 3));
      case "audio/pcma" -> fromALaw(all);
      default -> all;
    };
  }

  private WebSocket socket() {
    if (socket == null) {
      throw new IllegalStateException("not open");
    }
    return socket;
  }

  private JsonNode next() {
    try {
      JsonNode event = incoming.poll(20, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("nothing came; before: " + seen);
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private void append(byte[] sound) {
    int piece = 4_800;
    for (int at = 0; at < sound.length; at += piece) {
      byte[] part = Arrays.copyOfRange(sound, at, Math.min(sound.length, at + piece));
      send(
          "{\"type\":\"input_audio_buffer.append\",\"audio\":\"%s\"}"
              .formatted(Base64.getEncoder().encodeToString(part)));
    }
  }

  private static byte[] coded(byte[] muLaw, String format) {
    return switch (format) {
      case "audio/pcm" -> Resampling.littleEndian(Resampling.higher(MuLaw.decode(muLaw), 3));
      case "audio/pcma" -> toALaw(muLaw);
      default -> muLaw;
    };
  }

  /// By search, not by the formula that is tested.
  private static byte[] toALaw(byte[] muLaw) {
    byte[] codes = new byte[muLaw.length];
    for (int i = 0; i < codes.length; i++) {
      short sample = MuLaw.decode(muLaw[i]);
      int best = A_LAW_SILENCE;
      for (int code = 0; code < 256; code++) {
        if (Math.abs(aLaw(code) - sample) < Math.abs(aLaw(best) - sample)) {
          best = code;
        }
      }
      codes[i] = (byte) best;
    }
    return codes;
  }

  private static byte[] fromALaw(byte[] codes) {
    short[] samples = new short[codes.length];
    for (int i = 0; i < codes.length; i++) {
      samples[i] = (short) aLaw(codes[i] & 0xFF);
    }
    return MuLaw.encode(samples);
  }

  /// As the standard's table has it: thirteen bits, in segments.
  private static int aLaw(int code) {
    int even = code ^ 0x55;
    int segment = (even & 0x70) >> 4;
    int step = even & 0x0F;
    int level = segment == 0 ? 2 * step + 1 : (2 * step + 33) << (segment - 1);
    return ((even & 0x80) != 0 ? level : -level) * 8;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        incoming.add(JSON.readTree(partial.toString()));
      } catch (JsonProcessingException e) {
        throw new AssertionError("an event is not JSON", e);
      }
      partial.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.complete(1006);
  }

  @Override
  public void close() {
    socket().abort();
  }
}
