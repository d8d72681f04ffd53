package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.sandbox.speech.Ear;
import dev.carillon.sandbox.speech.Sound;
import dev.carillon.sandbox.speech.Understanding;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Listens to the person: finds where turns begin and end, by silence, by what was said, or when
/// the client says so, and has them understood. Silence is counted in the audio, not on a clock.
final class TurnTaking {
  private static final int SEMANTIC_PAUSE_MS = 300;
  private static final int LEAST_COMMIT_MS = 100;

  private final SessionConfig config;
  private final Outlet outlet;
  private final Conversation conversation;
  private final Stage stage;
  private final Model model;
  private final Ear ear = new Ear(200);
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private @Nullable Turn turn;
  private long uncommittedBytes;
  private long deadlineMs = Long.MAX_VALUE;
  private long quietSinceMs = Long.MAX_VALUE;
  private int unsettled;

  TurnTaking(
      SessionConfig config, Outlet outlet, Conversation conversation, Stage stage, Model model) {
    this.config = config;
    this.outlet = outlet;
    this.conversation = conversation;
    this.stage = stage;
    this.model = model;
  }

  /// The session has changed.
  void configured() {
    ear.pause(semantic() ? SEMANTIC_PAUSE_MS : turns().path("silence_duration_ms").asInt(500));
  }

  /// A piece of the person's audio, in the session's format.
  void hear(byte[] audio) {
    uncommittedBytes += audio.length;
    for (Sound sound : ear.hear(config.inputFormat().toMuLaw(audio))) {
      switch (sound) {
        case Sound.Began began -> began(began.atMs());
        case Sound.Ended ended -> ended(ended);
        case Sound.Beep beep ->
            stage.notes().write("ai_beep", "hertz", beep.hertz(), "ms", beep.lengthMs());
      }
    }
    if (ear.elapsedMs() >= deadlineMs && !ear.speaking()) {
      finish(deadlineMs);
    }
    idle();
  }

  /// How much audio the person sent.
  long heardMs() {
    return ear.elapsedMs();
  }

  /// The client ends the turn.
  void commit() {
    long millis = uncommittedBytes / config.inputFormat().bytesPerMs();
    if (millis < LEAST_COMMIT_MS) {
      throw new Invalid(
          "input_audio_buffer_commit_empty",
          "Error committing input audio buffer: buffer too small. Expected at least 100ms of audio,"
              + " but buffer only has "
              + millis
              + ".00ms of audio.",
          null);
    }
    cut();
    committed();
  }

  void clear() {
    uncommittedBytes = 0;
    ear.cut();
    turn = null;
    deadlineMs = Long.MAX_VALUE;
    outlet.event("input_audio_buffer.cleared", Outlet.members());
  }

  /// The assistant will have finished speaking at this point of the person's audio.
  void assistantSpokeUntil(long audioMs) {
    quietSinceMs = Math.max(audioMs, ear.elapsedMs());
  }

  /// Runs when everything that was committed is understood.
  void whenUnderstood(Runnable action) {
    if (unsettled == 0) {
      action.run();
    } else {
      waiting.add(action);
    }
  }

  private void began(long atMs) {
    deadlineMs = Long.MAX_VALUE;
    if (turn != null) {
      return;
    }
    turn = new Turn(outlet.id("item"));
    if (!turns().isObject()) {
      return;
    }
    long start = Math.max(0, atMs - turns().path("prefix_padding_ms").asInt(300));
    outlet.event(
        "input_audio_buffer.speech_started",
        Outlet.members().put("audio_start_ms", start).put("item_id", turn.itemId()));
    if (turns().path("interrupt_response").asBoolean()) {
      model.interrupt();
    }
  }

  private void ended(Sound.Ended stretch) {
    Turn current = turn == null ? new Turn(outlet.id("item")) : turn;
    turn = current;
    understand(current, stretch.audio());
    if (!turns().isObject()) {
      return;
    }
    if (semantic()) {
      deadlineMs = stretch.endedMs() + patienceMs();
    } else {
      finish(stretch.endedMs() + turns().path("silence_duration_ms").asInt());
    }
  }

  private void understand(Turn current, byte[] audio) {
    int place = current.stretch();
    stage.elsewhere(
        () -> stage.senses().understand(audio),
        () -> Understanding.NOTHING,
        what -> {
          current.understood(place, what);
          boolean complete = !what.phrases().isEmpty();
          if (current == turn && semantic() && complete && !ear.speaking()) {
            finish(ear.elapsedMs());
          }
          settle(current);
        });
  }

  private void finish(long endMs) {
    Turn current = turn;
    if (current == null) {
      return;
    }
    outlet.event(
        "input_audio_buffer.speech_stopped",
        Outlet.members().put("audio_end_ms", endMs).put("item_id", current.itemId()));
    committed();
    if (turns().path("create_response").asBoolean()) {
      model.respond();
    }
  }

  private void committed() {
    Turn current = turn == null ? new Turn(outlet.id("item")) : turn;
    turn = null;
    deadlineMs = Long.MAX_VALUE;
    uncommittedBytes = 0;
    quietSinceMs = ear.elapsedMs();
    ObjectNode members = Outlet.members().put("previous_item_id", conversation.last());
    outlet.event("input_audio_buffer.committed", members.put("item_id", current.itemId()));
    ObjectNode shape = Outlet.members();
    shape.put("id", current.itemId()).put("object", "realtime.item").put("type", "message");
    shape.put("status", "completed").put("role", "user");
    shape.putArray("content").addObject().put("type", "input_audio").putNull("transcript");
    conversation.add(shape, null);
    current.commit();
    unsettled++;
    settle(current);
  }

  private void cut() {
    for (Sound sound : ear.cut()) {
      if (sound instanceof Sound.Ended stretch) {
        Turn current = turn == null ? new Turn(outlet.id("item")) : turn;
        turn = current;
        understand(current, stretch.audio());
      }
    }
  }

  private void settle(Turn current) {
    if (!current.settled()) {
      return;
    }
    unsettled--;
    if (!current.silent()) {
      Understanding whole = current.whole();
      stage
          .notes()
          .write(
              "ai_heard",
              "item",
              current.itemId(),
              "text",
              whole.text(),
              "intents",
              whole.intents());
      model.heard(whole);
      transcribe(current, whole.text().isEmpty() ? "[inaudible]" : whole.text());
    }
    while (unsettled == 0 && !waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  /// Transcripts come late, often after the answer has begun.
  private void transcribe(Turn current, String text) {
    if (!config.transcribes()) {
      return;
    }
    Duration late = Duration.ofMillis(100 + stage.chance().nextInt(400));
    stage
        .clock()
        .after(
            late,
            () -> {
              String type = "conversation.item.input_audio_transcription.";
              outlet.event(type + "delta", place(current).put("delta", text));
              ObjectNode completed = place(current).put("transcript", text);
              int tokens = 1 + text.length() / 4;
              completed
                  .putObject("usage")
                  .put("type", "tokens")
                  .put("total_tokens", 2 * tokens)
                  .put("input_tokens", tokens)
                  .put("output_tokens", tokens);
              outlet.event(type + "completed", completed);
            });
  }

  private static ObjectNode place(Turn turn) {
    return Outlet.members().put("item_id", turn.itemId()).put("content_index", 0);
  }

  private void idle() {
    JsonNode timeout = turns().path("idle_timeout_ms");
    boolean late = ear.elapsedMs() - timeout.asLong() >= quietSinceMs;
    if (!timeout.isNumber() || turn != null || !late || model.responding()) {
      return;
    }
    String item = outlet.id("item");
    outlet.event(
        "input_audio_buffer.timeout_triggered",
        Outlet.members()
            .put("audio_start_ms", quietSinceMs)
            .put("audio_end_ms", ear.elapsedMs())
            .put("item_id", item));
    turn = new Turn(item);
    committed();
    model.respond();
  }

  private int patienceMs() {
    return switch (turns().path("eagerness").asText()) {
      case "low" -> 8_000;
      case "high" -> 2_000;
      default -> 4_000;
    };
  }

  private boolean semantic() {
    return turns().path("type").asText().equals("semantic_vad");
  }

  private JsonNode turns() {
    return config.turnDetection();
  }

  /// The side that answers.
  interface Model {
    /// The person begins to speak: whatever is being said is cancelled.
    void interrupt();

    /// A turn asks for an answer.
    void respond();

    boolean responding();

    void heard(Understanding turn);
  }
}
