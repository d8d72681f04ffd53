package dev.carillon.bridge.openai;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.engine.VoiceEngines;
import dev.carillon.bridge.net.SocketClient;
import io.netty.channel.EventLoop;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Connects to OpenAI Realtime. The `OpenAI-Beta` header is never sent: the provider refuses it
/// since GA.
public final class RealtimeEngines implements VoiceEngines {
  private final URI address;
  private final Map<String, String> headers;
  private final SocketClient sockets;

  public RealtimeEngines(RealtimeSettings settings, SocketClient sockets) {
    var model = URLEncoder.encode(settings.model(), StandardCharsets.UTF_8);
    this.address = URI.create(settings.address() + "?model=" + model);
    this.headers = Map.of("Authorization", "Bearer " + settings.apiKey());
    this.sockets = sockets;
  }

  @Override
  public String name() {
    return "openai-realtime";
  }

  @Override
  public VoiceEngine open(EventLoop loop, EngineEvents events) {
    var engine = new RealtimeEngine(events);
    sockets.open(address, headers, loop, engine);
    return engine;
  }
}
