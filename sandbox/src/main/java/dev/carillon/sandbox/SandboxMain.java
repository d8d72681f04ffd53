package dev.carillon.sandbox;

import dev.carillon.sandbox.ai.VoiceAi;
import dev.carillon.sandbox.speech.Listening;
import dev.carillon.sandbox.speech.Phrases;
import dev.carillon.sandbox.speech.Speech;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the sandbox from its environment and ends it with the process.
public final class SandboxMain {
  private static final Logger LOG = LoggerFactory.getLogger(SandboxMain.class);

  private SandboxMain() {}

  /// Serves until the process is told to end.
  public static void main(String[] args) throws IOException {
    SandboxSettings settings = SandboxSettings.of(System.getenv());
    Path data =
        settings.data().isPresent()
            ? Files.createDirectories(settings.data().get())
            : Files.createTempDirectory("carillon-sandbox");
    Speech speech = new Speech(data.resolve("speech"));
    Listening listening = new Listening(Phrases.standard());
    English english = new English(speech, listening);
    Sandbox sandbox =
        new Sandbox(
            settings,
            english,
            data,
            InstantSource.system(),
            new SecureRandom(),
            List.of(voiceAi(settings, speech, listening)));
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  sandbox.close();
                  speech.close();
                  listening.close();
                }));
    Thread.ofPlatform().daemon().name("warm-up").start(english::warmUp);
    LOG.atInfo().addKeyValue("address", sandbox.url()).log("the sandbox listens");
  }

  private static StandIn voiceAi(SandboxSettings settings, Speech speech, Listening listening) {
    return (config, ledger) -> {
      VoiceAi ai =
          new VoiceAi(
              settings.openAiKey(),
              settings.deepgramKey(),
              ledger,
              speech,
              listening,
              InstantSource.system(),
              new SecureRandom());
      VoiceAi.prepare(config);
      ai.addTo(config.routes);
      return ai::close;
    };
  }
}
