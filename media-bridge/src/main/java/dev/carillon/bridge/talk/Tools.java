package dev.carillon.bridge.talk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.bridge.desk.DeskCalls;
import dev.carillon.bridge.desk.DeskFailure;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.journal.Journal;
import dev.carillon.bridge.playout.CallClock;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Runs the model's tools on the call's workflow, away from the audio. A tool that takes long is
/// covered by a few spoken words, and one that takes too long becomes a result with `error`, so
/// that the agent can say so.
public final class Tools {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration FILLER_AFTER = Duration.ofMillis(700);
  private static final Duration DEADLINE = Duration.ofSeconds(8);
  private static final String TIMED_OUT =
      "{\"error\":\"timed_out\",\"message\":\"This takes too long at the moment.\"}";
  private static final Prompt FILLER =
      Prompt.saying("Say only a very short phrase that asks for a moment of patience.");

  private final UUID callId;
  private final DeskCalls desk;
  private final CallClock clock;
  private final VoiceEngine engine;
  private final Responses responses;
  private final Transcript transcript;
  private final Journal journal;
  private final Speaking speaking;
  private final Set<String> open = new HashSet<>();

  public Tools(UUID callId, DeskCalls desk, CallClock clock, Speaking speaking) {
    this.callId = callId;
    this.desk = desk;
    this.clock = clock;
    this.engine = speaking.engine();
    this.responses = speaking.responses();
    this.transcript = speaking.transcript();
    this.journal = speaking.journal();
    this.speaking = speaking;
  }

  /// Starts a tool; the same id again does nothing.
  public void run(ToolUse use) {
    if (!open.add(use.toolCallId())) {
      return;
    }
    long begun = clock.nanos();
    clock.after(FILLER_AFTER, () -> fill(use));
    clock.after(DEADLINE, () -> finish(use, begun, TIMED_OUT));
    desk.ask(
        at -> at.use(callId, use),
        (ToolResult result) -> finish(use, begun, result.json()),
        kind -> finish(use, begun, failure(kind)));
  }

  /// Whether a tool is being run.
  public boolean running() {
    return !open.isEmpty();
  }

  private void fill(ToolUse use) {
    if (open.contains(use.toolCallId())
        && speaking.stage().is(SessionState.TALKING)
        && speaking.silent()) {
      responses.want(FILLER);
    }
  }

  private void finish(ToolUse use, long begun, String json) {
    if (!open.remove(use.toolCallId()) || !speaking.stage().live()) {
      return;
    }
    var error = errorOf(json);
    transcript.toolUsed(use.name() + (error.isEmpty() ? ": done" : ": not done (" + error + ")"));
    journal.event(
        "tool_used",
        Map.of(
            "name", use.name(),
            "ms", (clock.nanos() - begun) / 1_000_000,
            "done", error.isEmpty()));
    if (speaking.playout().quiet()) {
      // Asked for patience and answered in the same moment: the answer alone is said.
      responses.withdraw(FILLER);
    }
    engine.toolAnswered(use.toolCallId(), json);
    if (open.isEmpty()) {
      responses.want(Prompt.AFTER_TOOLS);
    }
  }

  private static String failure(DeskFailure.Kind kind) {
    return kind == DeskFailure.Kind.TIMED_OUT ? TIMED_OUT : "{\"error\":\"unavailable\"}";
  }

  private static String errorOf(String json) {
    try {
      var error = JSON.readTree(json).path("error");
      return error.isMissingNode() || error.isNull() ? "" : error.asText("failed");
    } catch (JsonProcessingException _) {
      return "";
    }
  }
}
