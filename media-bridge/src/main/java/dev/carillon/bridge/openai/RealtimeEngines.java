package dev.carillon.bridge.openai;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.engine.VoiceEngines;
import dev.carillon.bridge.net.SocketClient;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.net.ssl.SSLException;

/// Connects to OpenAI Realtime. The `OpenAI-Beta` header is never sent: the provider refuses it
/// since GA.
public final class RealtimeEngines implements VoiceEngines {
  private final SocketClient sockets;

  public RealtimeEngines(RealtimeSettings settings, Class<? extends Channel> transport)
      throws SSLException {
    var model = URLEncoder.encode(settings.model(), StandardCharsets.UTF_8);
    this.sockets =
        new SocketClient(
            URI.create(settings.address() + "?model=" + model),
            Map.of("Authorization", "Bearer " + settings.apiKey()),
            transport);
  }

  @Override
  public String name() {
    return "openai-realtime";
  }

  @Override
  public VoiceEngine open(EventLoop loop, EngineEvents events) {
    var engine = new RealtimeEngine(events);
    sockets.open(loop, engine);
    return engine;
  }
}
