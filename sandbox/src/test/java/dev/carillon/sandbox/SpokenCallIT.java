package dev.carillon.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.sandbox.speech.Listening;
import dev.carillon.sandbox.speech.Phrases;
import dev.carillon.sandbox.speech.Speaker;
import dev.carillon.sandbox.speech.Speech;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpokenCallIT {
  @TempDir private Path data;

  @Test
  void aPersonSpeaksAndUnderstandsWhatIsSpokenToThem() throws IOException, InterruptedException {
    Phrases phrases = Phrases.standard();
    String greeting = phrases.text(Speaker.ASSISTANT, "greeting");
    try (Speech speech = new Speech(data.resolve("speech"));
        Listening listening = new Listening(phrases)) {
      English english = new English(speech, listening);
      english.warmUp();
      try (FakePlatform platform = new FakePlatform(english);
          Sandbox sandbox = sandbox(english, platform)) {
        phone(sandbox, "{\"from\":\"+14155550123\",\"script\":\"opt_out\"}");
        platform.message("start");

        platform.says(greeting, "greeting");
        assertThat(heardUntil(platform, "Do not phone me any more. I want to be left alone."))
            .isTrue();
        platform.says(phrases.text(Speaker.ASSISTANT, "opted_out"), "done");

        assertThat(heardUntil(platform, "Thanks a lot, bye.")).isTrue();
        assertThat(heard(sandbox)).contains(greeting);
      }
    }
  }

  /// Whether the person says this; on a slow machine they may say hello before.
  private static boolean heardUntil(FakePlatform platform, String line)
      throws InterruptedException {
    for (int turn = 0; turn < 5; turn++) {
      if (platform.hears().equals(line)) {
        return true;
      }
    }
    return false;
  }

  private Sandbox sandbox(English english, FakePlatform platform) {
    Map<String, String> environment =
        Map.of(
            "CARILLON_SANDBOX_PORT", "0", "CARILLON_SANDBOX_VOICE_URL", platform.url() + "/voice");
    return new Sandbox(
        SandboxSettings.of(environment),
        english,
        data,
        InstantSource.system(),
        new SplittableRandom(1),
        List.of());
  }

  private static void phone(Sandbox sandbox, String wish) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/inbound-calls"))
              .POST(BodyPublishers.ofString(wish))
              .build();
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }
  }

  private static List<String> heard(Sandbox sandbox) {
    return sandbox.ledger().of("heard").stream().map(entry -> entry.text("text")).toList();
  }
}
