package dev.carillon.bridge;

import dev.carillon.bridge.anthropic.AnthropicMind;
import dev.carillon.bridge.anthropic.AnthropicSettings;
import dev.carillon.bridge.cascade.CascadeEngines;
import dev.carillon.bridge.cascade.CascadeParts;
import dev.carillon.bridge.cascade.KeptPhrases;
import dev.carillon.bridge.deepgram.DeepgramEars;
import dev.carillon.bridge.deepgram.DeepgramSettings;
import dev.carillon.bridge.deepgram.DeepgramVoice;
import dev.carillon.bridge.elevenlabs.AgentEngines;
import dev.carillon.bridge.elevenlabs.AgentSettings;
import dev.carillon.bridge.elevenlabs.ElevenLabsSettings;
import dev.carillon.bridge.elevenlabs.ElevenLabsVoice;
import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.engine.VoiceEngines;
import dev.carillon.bridge.faculty.Ears;
import dev.carillon.bridge.faculty.Mind;
import dev.carillon.bridge.faculty.Voice;
import dev.carillon.bridge.net.SocketClient;
import dev.carillon.bridge.openai.ChatMind;
import dev.carillon.bridge.openai.ChatSettings;
import dev.carillon.bridge.openai.RealtimeEngines;
import dev.carillon.bridge.openai.RealtimeSettings;
import io.netty.channel.Channel;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The voice engines that the environment has credentials for.
final class Engines {
  private static final Logger log = LoggerFactory.getLogger(Engines.class);
  private static final String DEFAULT_CHAT_MODEL = "gpt-5-mini";

  private final Map<String, String> environment;
  private final SocketClient sockets;

  private Engines(Map<String, String> environment, Class<? extends Channel> transport) {
    this.environment = environment;
    this.sockets = new SocketClient(transport);
  }

  static EngineRoster from(Map<String, String> environment, Class<? extends Channel> transport) {
    return new Engines(environment, transport).roster();
  }

  private EngineRoster roster() {
    var found = new ArrayList<VoiceEngines>();
    var openAi = variable("OPENAI_API_KEY", "");
    if (!openAi.isEmpty()) {
      found.add(realtime(openAi));
    }
    found.addAll(cascades());
    var agent = variable("ELEVENLABS_AGENT_ID", "");
    var elevenLabs = elevenLabs();
    if (elevenLabs != null && !agent.isEmpty()) {
      var settings = new AgentSettings(elevenLabs, agent);
      found.add(new AgentEngines(settings, http(elevenLabs.address()), sockets));
    }
    if (found.isEmpty()) {
      log.atWarn()
          .log(
              "no voice engine: set OPENAI_API_KEY, or the keys of another one"
                  + " (docs/configuration.md)");
      return new EngineRoster(new MissingEngine(), List.of());
    }
    return new EngineRoster(found.getFirst(), found.subList(1, found.size()));
  }

  private VoiceEngines realtime(String key) {
    var address = variable("OPENAI_REALTIME_URL", RealtimeSettings.DEFAULT_ADDRESS);
    var model = variable("OPENAI_REALTIME_MODEL", RealtimeSettings.DEFAULT_MODEL);
    return new RealtimeEngines(new RealtimeSettings(URI.create(address), model, key), sockets);
  }

  /// One cascade for each choice of ears, mind and voice.
  private List<VoiceEngines> cascades() {
    var voices = voices();
    var phrases = new HashMap<String, KeptPhrases>();
    voices.keySet().forEach(voice -> phrases.put(voice, new KeptPhrases()));
    var all = new ArrayList<VoiceEngines>();
    for (var ears : ears().entrySet()) {
      for (var mind : minds().entrySet()) {
        for (var voice : voices.entrySet()) {
          var name = ears.getKey() + "+" + mind.getKey() + "+" + voice.getKey();
          var kept = phrases.getOrDefault(voice.getKey(), new KeptPhrases());
          all.add(
              new CascadeEngines(
                  name,
                  new CascadeParts(ears.getValue(), mind.getValue(), voice.getValue(), kept)));
        }
      }
    }
    return all;
  }

  private Map<String, Ears> ears() {
    var key = variable("DEEPGRAM_API_KEY", "");
    return key.isEmpty() ? Map.of() : Map.of("deepgram", new DeepgramEars(deepgram(key), sockets));
  }

  private Map<String, Mind> minds() {
    var minds = new LinkedHashMap<String, Mind>();
    var openAi = variable("OPENAI_API_KEY", "");
    if (!openAi.isEmpty()) {
      var base = URI.create(variable("OPENAI_BASE_URL", ChatSettings.DEFAULT_BASE));
      var model = variable("OPENAI_MODEL", DEFAULT_CHAT_MODEL);
      minds.put("openai", new ChatMind(new ChatSettings(base, model, openAi), http(base)));
    }
    var anthropic = variable("ANTHROPIC_API_KEY", "");
    if (!anthropic.isEmpty()) {
      var base = URI.create(variable("ANTHROPIC_BASE_URL", AnthropicSettings.DEFAULT_BASE));
      var model = variable("ANTHROPIC_MODEL", AnthropicSettings.DEFAULT_MODEL);
      var settings = new AnthropicSettings(base, model, anthropic);
      minds.put("anthropic", new AnthropicMind(settings, http(base)));
    }
    return minds;
  }

  private Map<String, Voice> voices() {
    var voices = new LinkedHashMap<String, Voice>();
    var deepgram = variable("DEEPGRAM_API_KEY", "");
    if (!deepgram.isEmpty()) {
      voices.put("deepgram", new DeepgramVoice(deepgram(deepgram), sockets));
    }
    var elevenLabs = elevenLabs();
    if (elevenLabs != null) {
      voices.put("elevenlabs", new ElevenLabsVoice(elevenLabs, http(elevenLabs.address())));
    }
    return voices;
  }

  private @Nullable ElevenLabsSettings elevenLabs() {
    var key = variable("ELEVENLABS_API_KEY", "");
    return key.isEmpty()
        ? null
        : new ElevenLabsSettings(
            URI.create(variable("ELEVENLABS_URL", ElevenLabsSettings.DEFAULT_ADDRESS)),
            variable("ELEVENLABS_VOICE_ID", ElevenLabsSettings.DEFAULT_VOICE),
            ElevenLabsSettings.DEFAULT_MODEL,
            key);
  }

  private DeepgramSettings deepgram(String key) {
    return new DeepgramSettings(
        URI.create(variable("DEEPGRAM_URL", DeepgramSettings.DEFAULT_ADDRESS)),
        variable("DEEPGRAM_STT_MODEL", DeepgramSettings.DEFAULT_LISTEN_MODEL),
        variable("DEEPGRAM_TTS_MODEL", DeepgramSettings.DEFAULT_SPEAK_MODEL),
        key);
  }

  /// Without TLS there is nothing to agree on a second version by but an upgrade nobody wants.
  private static HttpClient http(URI base) {
    var version =
        "https".equals(base.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    return HttpClient.newBuilder().version(version).connectTimeout(Duration.ofSeconds(3)).build();
  }

  private String variable(String name, String otherwise) {
    var value = environment.getOrDefault(name, "");
    return value.isBlank() ? otherwise : value;
  }
}
