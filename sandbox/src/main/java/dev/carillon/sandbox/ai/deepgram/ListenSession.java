package dev.carillon.sandbox.ai.deepgram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.carillon.sandbox.ai.realtime.Flaw;
import dev.carillon.sandbox.ai.realtime.Stage;
import dev.carillon.sandbox.clock.WorldClock;
import dev.carillon.sandbox.speech.Ear;
import dev.carillon.sandbox.speech.Sound;
import dev.carillon.sandbox.speech.Understanding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One line that is listened to. Silence is counted in the audio, not on a clock. Interim results
/// come every second of speech and say nothing yet: a segment is understood when it is whole.
final class ListenSession implements Session {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long INTERIM_MS = 1_000;
  private static final long MOST_AHEAD_MS = 5_000;
  private static final byte[] TEXT_AS_SOUND = "{\"type\"".getBytes(StandardCharsets.UTF_8);

  private final Stage stage;
  private final Wire wire;
  private final ListenOptions options;
  private final Flaw flaw;
  private final Results results;
  private final Ear ear;
  private final InOrder outgoing = new InOrder();
  private final Digest digest = new Digest();
  private final Unclear unclear = new Unclear();
  private final long openedNanos;
  private WorldClock.@Nullable Alarm impatience;
  private long segmentFromMs;
  private long nextInterimMs = Long.MAX_VALUE;
  private long utteranceEndsMs = Long.MAX_VALUE;
  private long lastWordMs;
  private boolean wordsOpen;
  private boolean tooFast;
  private boolean over;

  ListenSession(Stage stage, Wire wire, ListenOptions options, String requestId, Flaw flaw) {
    this.stage = stage;
    this.wire = wire;
    this.options = options;
    this.flaw = flaw;
    this.results = new Results(requestId, options);
    this.ear = new Ear(options.pauseMs());
    this.openedNanos = stage.clock().nanos();
  }

  @Override
  public void opened() {
    alive();
    if (flaw instanceof Flaw.CloseMidCall close) {
      stage.clock().after(close.after(), () -> drop(close.code()));
    }
  }

  @Override
  public void take(byte[] sound) {
    if (over) {
      return;
    }
    if (sound.length == 0) {
      end();
      return;
    }
    alive();
    if (startsWith(sound, TEXT_AS_SOUND)) {
      strict("a text message in a binary frame is taken for audio");
    }
    digest.add(sound);
    ear.hear(sound).forEach(this::noticed);
    passed();
  }

  @Override
  public void take(String text) {
    if (over) {
      return;
    }
    switch (type(text)) {
      case "KeepAlive" -> alive();
      case "Finalize" -> cut();
      case "CloseStream" -> end();
      default -> {
        strict("unknown text message");
        say(
            JsonNodeFactory.instance
                .objectNode()
                .put("type", "Error")
                .put("description", "Could not deserialize the message.")
                .put("message", "DATA-0000")
                .put("variant", "SchemaError")
                .toString());
      }
    }
  }

  @Override
  public void closed(int code) {
    if (!over) {
      leave();
    }
    stage.notes().write("ai_close", "code", code);
  }

  private void noticed(Sound sound) {
    switch (sound) {
      case Sound.Began began -> {
        utteranceEndsMs = Long.MAX_VALUE;
        nextInterimMs = began.atMs() + INTERIM_MS;
        if (options.speechStarts()) {
          outgoing.add(() -> say(Results.speechStarted(began.atMs())));
        }
      }
      case Sound.Ended ended -> {
        understand(ended, false);
        if (options.utteranceEndMs() > 0) {
          utteranceEndsMs = ended.endedMs() + options.utteranceEndMs();
        }
      }
      case Sound.Beep beep ->
          stage.notes().write("ai_beep", "hertz", beep.hertz(), "ms", beep.lengthMs());
    }
  }

  /// What is due at this point of the audio.
  private void passed() {
    long now = ear.elapsedMs();
    if (options.interim() && ear.speaking() && now >= nextInterimMs) {
      nextInterimMs = now + INTERIM_MS;
      var segment = new Results.Segment(segmentFromMs, now, false, false, false);
      outgoing.add(() -> say(results.of(segment, "")));
    }
    if (now >= utteranceEndsMs) {
      utteranceEndsMs = Long.MAX_VALUE;
      outgoing.add(this::utteranceEnd);
    }
    long sinceMs = (stage.clock().nanos() - openedNanos) / 1_000_000;
    if (!tooFast && now > sinceMs * 5 / 4 + MOST_AHEAD_MS) {
      tooFast = true;
      strict("audio comes faster than 1.25 times realtime");
    }
  }

  private void understand(Sound.Ended stretch, boolean finalized) {
    long to = ear.elapsedMs();
    var segment =
        new Results.Segment(segmentFromMs, to, true, options.endpoints() && !finalized, finalized);
    segmentFromMs = to;
    nextInterimMs = Long.MAX_VALUE;
    var place = outgoing.keep();
    byte[] whole = unclear.with(stretch);
    stage.elsewhere(
        () -> hear(whole, stretch.audio()),
        () -> Understanding.NOTHING,
        what -> {
          if (what.text().isEmpty()) {
            unclear.keep(whole, stretch);
          } else {
            unclear.forget();
          }
          place.fill(() -> understood(what, stretch, segment));
        });
  }

  private Understanding hear(byte[] whole, byte[] last) {
    Understanding what = stage.senses().understand(whole);
    return what.text().isEmpty() && whole.length > last.length
        ? stage.senses().understand(last)
        : what;
  }

  private void understood(Understanding what, Sound.Ended stretch, Results.Segment segment) {
    stage.notes().write("ai_heard", "text", what.text(), "intents", what.intents());
    if (!what.text().isEmpty()) {
      wordsOpen = true;
      lastWordMs = stretch.endedMs();
    }
    say(results.of(segment, what.text()));
  }

  private void utteranceEnd() {
    if (wordsOpen) {
      wordsOpen = false;
      say(Results.utteranceEnd(lastWordMs));
    }
  }

  /// What was said so far is understood now. When nobody speaks nothing comes of it.
  private void cut() {
    for (Sound sound : ear.cut()) {
      if (sound instanceof Sound.Ended stretch) {
        understand(stretch, true);
      }
    }
  }

  private void end() {
    cut();
    leave();
    String created = stage.clock().now().toString();
    outgoing.add(() -> {
      say(results.metadata(created, ear.elapsedMs(), digest.hex()));
      wire.close(1000, "");
    });
  }

  private void alive() {
    if (impatience != null) {
      impatience.cancel();
    }
    impatience = stage.clock().after(PATIENCE, this::timeOut);
  }

  private void timeOut() {
    if (!over) {
      leave();
      strict("NET-0001: neither audio nor KeepAlive for 10 s");
      wire.close(1011, "NET-0001");
    }
  }

  private void drop(int code) {
    if (over) {
      return;
    }
    leave();
    stage.notes().write("ai_fault", "kind", "close_mid_call", "code", code);
    if (code == 1006) {
      wire.abort();
    } else {
      wire.close(code, "NET-0000");
    }
  }

  private void leave() {
    over = true;
    if (impatience != null) {
      impatience.cancel();
    }
  }

  private void say(String message) {
    if (!(flaw instanceof Flaw.Stall)) {
      wire.send(message);
    }
  }

  private void strict(String what) {
    stage.notes().write("strict", "who", "deepgram", "what", what);
  }

  private static String type(String text) {
    try {
      return JSON.readTree(text).path("type").asText();
    } catch (JsonProcessingException _) {
      return "";
    }
  }

  private static boolean startsWith(byte[] sound, byte[] start) {
    return sound.length >= start.length
        && Arrays.equals(sound, 0, start.length, start, 0, start.length);
  }
}
