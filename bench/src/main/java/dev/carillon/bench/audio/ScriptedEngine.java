package dev.carillon.bench.audio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.net.URI;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/// A voice engine in the Realtime protocol that says at once what it is asked to say, so that it
/// has next to no time of its own.
final class ScriptedEngine implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// 200 ms of mu-law silence, as engines send it: more than a frame at a time.
  private static final String SPEECH = Base64.getEncoder().encodeToString(silence());

  private final AtomicLong responses = new AtomicLong();
  private final Javalin server =
      Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        config.routes.ws("/v1/realtime", socket -> socket.onMessage(this::answer));
      });

  ScriptedEngine() {
    server.start("127.0.0.1", 0);
  }

  URI address() {
    return URI.create("ws://127.0.0.1:" + server.port() + "/v1/realtime");
  }

  private void answer(WsMessageContext message) throws JsonProcessingException {
    var event = JSON.readTree(message.message());
    switch (event.path("type").asText()) {
      case "session.update" ->
          message.send(
              "{\"type\":\"session.updated\",\"session\":{\"type\":\"realtime\",\"audio\":%s}}"
                  .formatted(event.path("session").path("audio")));
      case "response.create" -> speak(message);
      default -> {
        // Taken in silence.
      }
    }
  }

  private void speak(WsContext socket) {
    var id = responses.incrementAndGet();
    socket.send("{\"type\":\"response.created\",\"response\":{\"id\":\"r%d\"}}".formatted(id));
    socket.send(
        "{\"type\":\"response.output_audio.delta\",\"response_id\":\"r%1$d\",\"item_id\":\"i%1$d\",\"delta\":\"%2$s\"}"
            .formatted(id, SPEECH));
  }

  private static byte[] silence() {
    var bytes = new byte[1_600];
    java.util.Arrays.fill(bytes, (byte) 0xff);
    return bytes;
  }

  @Override
  public void close() {
    server.stop();
  }
}
