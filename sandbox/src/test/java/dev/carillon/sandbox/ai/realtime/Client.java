package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.speech.MuLaw;
import dev.carillon.sandbox.speech.Phrase;
import dev.carillon.sandbox.speech.Phrases;
import dev.carillon.sandbox.speech.Understanding;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/// A client of one session whose time is manual and whose ears are told what they hear.
final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();

  final ManualClock clock = new ManualClock();
  final List<JsonNode> events = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final Deque<Understanding> willHear = new ArrayDeque<>();
  final RealtimeSession session;
  int closedWith;
  boolean aborted;

  Client(Flaw flaw) {
    Stage stage =
        new Stage(
            clock,
            Runnable::run,
            new FakeSenses(),
            new Random(7),
            (event, pairs) -> notes.add(event + Arrays.toString(pairs)),
            Duration.ofMillis(100));
    session = new RealtimeSession(stage, new Line(), "gpt-realtime-2.1", Phrases.standard(), flaw);
    session.opened();
  }

  static Client open() {
    return new Client(new Flaw.None());
  }

  /// A client whose session is set up for a phone, with these tools.
  static Client onPhone(String turnDetection, String... tools) {
    Client client = open();
    client.setUp(turnDetection, tools);
    return client;
  }

  void setUp(String turnDetection, String... tools) {
    List<String> declared =
        Arrays.stream(tools)
            .map(name ->
                """
                {"type":"function","name":"%s","parameters":{"type":"object","properties":{}}}\
                """
                    .formatted(name))
            .toList();
    send(
        """
        {"type":"session.update","session":{"type":"realtime","instructions":"Greeting: \\"Hello from Acme.\\"",
         "audio":{"input":{"format":{"type":"audio/pcmu"},"transcription":{"model":"gpt-4o-mini-transcribe"},
         "turn_detection":%s},"output":{"format":{"type":"audio/pcmu"}}},"tools":[%s]}}\
        """
            .formatted(turnDetection, String.join(",", declared)));
  }

  void send(String text) {
    session.take(text);
  }

  /// The person says something that will be understood like this; time passes with the audio.
  void say(String intent, String text, int millis) {
    willHear.add(new Understanding(text, List.of(new Phrase(intent, text))));
    sound(millis);
  }

  void sound(int millis) {
    Random noise = new Random(1);
    byte[] frame = new byte[MuLaw.FRAME];
    for (int at = 0; at < millis; at += 20) {
      for (int i = 0; i < frame.length; i++) {
        frame[i] = MuLaw.encode((short) (noise.nextGaussian() * 2_000));
      }
      append(frame);
    }
  }

  void silence(int millis) {
    byte[] frame = new byte[MuLaw.FRAME];
    Arrays.fill(frame, MuLaw.SILENCE);
    for (int at = 0; at < millis; at += 20) {
      append(frame);
    }
  }

  void pass(int millis) {
    clock.pass(Duration.ofMillis(millis));
  }

  List<String> types() {
    return events.stream().map(event -> event.path("type").asText()).toList();
  }

  /// The kinds of events without the many pieces in which words and audio come.
  List<String> milestones() {
    List<String> kinds = new ArrayList<>();
    for (String type : types()) {
      boolean piece = type.endsWith(".delta") || type.equals("rate_limits.updated");
      if (!piece) {
        kinds.add(type);
      }
    }
    return kinds;
  }

  JsonNode last(String type) {
    return events.reversed().stream()
        .filter(event -> event.path("type").asText().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " in " + types()));
  }

  JsonNode error() {
    return last("error").path("error");
  }

  private void append(byte[] frame) {
    send(
        "{\"type\":\"input_audio_buffer.append\",\"audio\":\"%s\"}"
            .formatted(Base64.getEncoder().encodeToString(frame)));
    pass(20);
  }

  private void received(String text) {
    try {
      events.add(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new AssertionError("an event is not JSON", e);
    }
  }

  /// The session's side of the connection.
  private final class Line implements Wire {
    @Override
    public void send(String text) {
      received(text);
    }

    @Override
    public void close(int code) {
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
      return willHear.isEmpty() ? Understanding.NOTHING : willHear.remove();
    }

    @Override
    public byte[] speak(String text) {
      byte[] sound = new byte[text.length() * 60 * MuLaw.RATE / 1000];
      Arrays.fill(sound, (byte) 0x10);
      return sound;
    }
  }
}
