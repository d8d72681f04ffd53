package dev.carillon.sandbox.ai.deepgram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.ai.realtime.Flaw;
import dev.carillon.sandbox.ai.realtime.Senses;
import dev.carillon.sandbox.ai.realtime.Stage;
import dev.carillon.sandbox.clock.ManualClock;
import dev.carillon.sandbox.speech.MuLaw;
import dev.carillon.sandbox.speech.Phrase;
import dev.carillon.sandbox.speech.Understanding;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/// A client of one session whose time is manual and whose ears are told what they hear.
final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();

  final ManualClock clock = new ManualClock();
  final List<JsonNode> events = new ArrayList<>();
  final List<String> order = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final Deque<String> willHear = new ArrayDeque<>();
  int unclearBelowMs;
  int soundBytes;
  int closedWith;
  boolean aborted;
  private final Session session;

  private Client(Function<Client, Session> making) {
    session = making.apply(this);
    session.opened();
  }

  /// A client as the bridge is one, with some parameters changed.
  static Client listening(Flaw flaw, String... changes) {
    Map<String, List<String>> query = new HashMap<>();
    for (String parameter :
        ("model=nova-3 language=en encoding=mulaw sample_rate=8000 channels=1 interim_results=true"
                + " smart_format=true endpointing=300 utterance_end_ms=1000 vad_events=true "
                + String.join(" ", changes))
            .strip()
            .split(" ")) {
      String[] parts = parameter.split("=", 2);
      query.put(parts[0], List.of(parts[1]));
    }
    ListenOptions options = ListenOptions.of(query);
    return new Client(
        client -> new ListenSession(client.stage(), client.new Line(), options, "r1", flaw));
  }

  static Client listening() {
    return listening(new Flaw.None());
  }

  static Client speaking(Flaw flaw) {
    SpeakOptions options = new SpeakOptions("aura-2-thalia-en");
    return new Client(
        client -> new SpeakSession(client.stage(), client.new Line(), options, "r1", flaw));
  }

  static Client speaking() {
    return speaking(new Flaw.None());
  }

  void send(String text) {
    session.take(text);
    pass(0);
  }

  void send(byte[] sound) {
    session.take(sound);
    pass(0);
  }

  /// Somebody says what will be understood like this.
  void says(String text, int millis) {
    willHear.add(text);
    sound(millis);
  }

  void sound(int millis) {
    Random noise = new Random(1);
    byte[] frame = new byte[MuLaw.FRAME];
    for (int at = 0; at < millis; at += 20) {
      for (int i = 0; i < frame.length; i++) {
        frame[i] = MuLaw.encode((short) (noise.nextGaussian() * 2_000));
      }
      session.take(frame.clone());
      pass(20);
    }
  }

  void silence(int millis) {
    byte[] frame = new byte[MuLaw.FRAME];
    Arrays.fill(frame, MuLaw.SILENCE);
    for (int at = 0; at < millis; at += 20) {
      session.take(frame.clone());
      pass(20);
    }
  }

  void pass(int millis) {
    clock.advance(Duration.ofMillis(millis));
  }

  /// Everything that came, in order, each kind once in a row.
  List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    for (String kind : order) {
      if (kinds.isEmpty() || !kinds.getLast().equals(kind)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  List<JsonNode> of(String type) {
    return events.stream().filter(event -> event.path("type").asText().equals(type)).toList();
  }

  /// The results that will not change any more.
  List<JsonNode> finals() {
    return of("Results").stream().filter(event -> event.path("is_final").asBoolean()).toList();
  }

  List<String> strict() {
    return notes.stream().filter(note -> note.startsWith("strict")).toList();
  }

  private Stage stage() {
    return new Stage(
        clock,
        Runnable::run,
        new FakeSenses(),
        new Random(7),
        (event, pairs) -> notes.add(event + Arrays.toString(pairs)),
        Duration.ofMillis(50));
  }

  /// The session's side of the connection.
  private final class Line implements Wire {
    @Override
    public void send(String text) {
      try {
        JsonNode event = JSON.readTree(text);
        events.add(event);
        order.add(event.path("type").asText());
      } catch (JsonProcessingException e) {
        throw new AssertionError("an event is not JSON", e);
      }
    }

    @Override
    public void send(byte[] sound) {
      soundBytes += sound.length;
      order.add("sound");
    }

    @Override
    public void close(int code, String reason) {
      closedWith = code;
    }

    @Override
    public void abort() {
      aborted = true;
    }
  }

  private final class FakeSenses implements Senses {
    @Override
    public Understanding understand(byte[] muLaw) {
      return willHear.isEmpty() || muLaw.length < unclearBelowMs * MuLaw.RATE / 1000
          ? Understanding.NOTHING
          : new Understanding(
              willHear.element(), List.of(new Phrase("confirm", willHear.remove())));
    }

    @Override
    public byte[] speak(String text) {
      return new byte[text.length() * 60 * MuLaw.RATE / 1000];
    }
  }
}
