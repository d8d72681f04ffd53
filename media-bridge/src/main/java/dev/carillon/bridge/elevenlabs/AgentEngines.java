package dev.carillon.bridge.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.engine.VoiceEngines;
import dev.carillon.bridge.net.SocketClient;
import io.netty.channel.EventLoop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Opens conversations with an ElevenLabs agent.
public final class AgentEngines implements VoiceEngines {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SIGNED_WITHIN = Duration.ofSeconds(3);

  private final AgentSettings settings;
  private final HttpClient http;
  private final SocketClient sockets;

  public AgentEngines(AgentSettings settings, HttpClient http, SocketClient sockets) {
    this.settings = settings;
    this.http = http;
    this.sockets = sockets;
  }

  @Override
  public String name() {
    return "elevenlabs-agent";
  }

  @Override
  public VoiceEngine open(EventLoop loop, EngineEvents events) {
    var engine =
        new AgentEngine(
            loop, events, exact -> new RequestedSpeech(settings.speech(), http, loop, exact));
    sign().whenComplete((answer, _) -> loop.execute(() -> connect(loop, engine, answer)));
    return engine;
  }

  @Override
  public void warmUp() {
    sign();
  }

  private CompletableFuture<HttpResponse<String>> sign() {
    var request =
        HttpRequest.newBuilder(settings.signedAddress())
            .timeout(SIGNED_WITHIN)
            .header("xi-api-key", settings.speech().apiKey())
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  private void connect(EventLoop loop, AgentEngine engine, @Nullable HttpResponse<String> answer) {
    if (answer == null || answer.statusCode() != 200) {
      engine.lost(answer == null ? "connect_refused" : "http_" + answer.statusCode());
      return;
    }
    try {
      var address = URI.create(JSON.readTree(answer.body()).path("signed_url").asText());
      if (address.getHost() == null || !String.valueOf(address.getScheme()).startsWith("ws")) {
        engine.lost("no_signed_url");
        return;
      }
      sockets.open(address, Map.of(), loop, engine);
    } catch (JsonProcessingException | IllegalArgumentException _) {
      engine.lost("no_signed_url");
    }
  }
}
