package dev.carillon.bench.audio;

import io.javalin.Javalin;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// The least that can stand between a carrier and an engine: no signature, no claim, no pacing, no
/// session to wait for. It asks for speech and hands the first of it on.
final class RawRelay implements AutoCloseable {
  private static final String DELTA = "\"delta\":\"";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI engine;
  private final Javalin server =
      Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        config.routes.ws("/media/{token}", socket -> socket.onMessage(this::heard));
      });

  RawRelay(URI engine) {
    this.engine = engine;
    server.start("127.0.0.1", 0);
  }

  int port() {
    return server.port();
  }

  private void heard(WsMessageContext message) {
    if (message.message().contains("\"event\":\"start\"")) {
      var _ =
          http.newWebSocketBuilder()
              .buildAsync(engine, new Handing(message))
              .thenCompose(socket -> socket.sendText("{\"type\":\"response.create\"}", true));
    }
  }

  /// Hands audio to the carrier; ends with the first of it.
  private static final class Handing implements WebSocket.Listener {
    private final WsContext carrier;
    private final StringBuilder partial = new StringBuilder();

    Handing(WsContext carrier) {
      this.carrier = carrier;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      partial.append(text);
      if (last) {
        var from = partial.indexOf(DELTA);
        if (from >= 0) {
          var audio = partial.substring(from + DELTA.length(), partial.lastIndexOf("\""));
          carrier.send(
              "{\"event\":\"media\",\"streamSid\":\"MZ1\",\"media\":{\"payload\":\"%s\"}}"
                  .formatted(audio));
          socket.abort();
          return null;
        }
        partial.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  @Override
  public void close() {
    server.stop();
    http.shutdownNow();
  }
}
