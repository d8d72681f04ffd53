package dev.carillon.bridge;

import dev.carillon.bridge.cascade.CascadeEngines;
import dev.carillon.bridge.deepgram.DeepgramEars;
import dev.carillon.bridge.deepgram.DeepgramSettings;
import dev.carillon.bridge.deepgram.DeepgramVoice;
import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.engine.VoiceEngines;
import dev.carillon.bridge.openai.ChatMind;
import dev.carillon.bridge.openai.ChatSettings;
import dev.carillon.bridge.openai.RealtimeEngines;
import dev.carillon.bridge.openai.RealtimeSettings;
import io.netty.channel.Channel;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The voice engines that the environment has credentials for.
final class Engines {
  private static final Logger log = LoggerFactory.getLogger(Engines.class);
  private static final String DEFAULT_CHAT_MODEL = "gpt-5-mini";

  private final Map<String, String> environment;
  private final Class<? extends Channel> transport;

  private Engines(Map<String, String> environment, Class<? extends Channel> transport) {
    this.environment = environment;
    this.transport = transport;
  }

  /// @throws SSLException when the Java machine has no usable certificates
  static EngineRoster from(Map<String, String> environment, Class<? extends Channel> transport)
      throws SSLException {
    return new Engines(environment, transport).roster();
  }

  private EngineRoster roster() throws SSLException {
    var found = new ArrayList<VoiceEngines>();
    var openAi = variable("OPENAI_API_KEY", "");
    if (!openAi.isEmpty()) {
      found.add(realtime(openAi));
    }
    var deepgram = variable("DEEPGRAM_API_KEY", "");
    if (!openAi.isEmpty() && !deepgram.isEmpty()) {
      found.add(cascade(openAi, deepgram));
    }
    if (found.isEmpty()) {
      log.atWarn().log("no voice engine: OPENAI_API_KEY is not set");
      return new EngineRoster(new MissingEngine(), List.of());
    }
    return new EngineRoster(found.getFirst(), found.subList(1, found.size()));
  }

  private VoiceEngines realtime(String key) throws SSLException {
    var address = variable("OPENAI_REALTIME_URL", RealtimeSettings.DEFAULT_ADDRESS);
    var model = variable("OPENAI_REALTIME_MODEL", RealtimeSettings.DEFAULT_MODEL);
    return new RealtimeEngines(new RealtimeSettings(URI.create(address), model, key), transport);
  }

  private VoiceEngines cascade(String openAi, String deepgram) throws SSLException {
    var settings =
        new DeepgramSettings(
            URI.create(variable("DEEPGRAM_URL", DeepgramSettings.DEFAULT_ADDRESS)),
            variable("DEEPGRAM_STT_MODEL", DeepgramSettings.DEFAULT_LISTEN_MODEL),
            variable("DEEPGRAM_TTS_MODEL", DeepgramSettings.DEFAULT_SPEAK_MODEL),
            deepgram);
    var chat =
        new ChatSettings(
            URI.create(variable("OPENAI_BASE_URL", ChatSettings.DEFAULT_BASE)),
            variable("OPENAI_MODEL", DEFAULT_CHAT_MODEL),
            openAi);
    return new CascadeEngines(
        "deepgram+openai+deepgram",
        new DeepgramEars(settings, transport),
        new ChatMind(chat, http(chat.base())),
        new DeepgramVoice(settings, transport));
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
