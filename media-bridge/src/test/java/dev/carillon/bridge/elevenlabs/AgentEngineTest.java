package dev.carillon.bridge.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.engine.RecordedEvents;
import dev.carillon.bridge.faculty.Voice;
import dev.carillon.bridge.net.SentText;
import dev.carillon.call.CallBrief;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Direction;
import dev.carillon.call.TranscriptLine;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Messages as in elevenlabs.io/docs, "Agents WebSocket".
class AgentEngineTest {
  private static final String GREETING = "Good morning, this is an AI.";

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final RecordedEvents events = new RecordedEvents();
  private final List<String> exact = new ArrayList<>();
  private final AgentEngine engine =
      new AgentEngine(channel.eventLoop(), events, listener -> new FakeSpeech());

  @BeforeEach
  void freeze() {
    channel.freezeTime();
  }

  @Test
  void theAgentIsToldWhoItIsAndWhatToSayFirst() {
    begin(List.of());

    assertThat(sent())
        .singleElement()
        .asString()
        .contains("\"type\":\"conversation_initiation_client_data\"")
        .contains("\"first_message\":\"" + GREETING + "\"")
        .contains("\"language\":\"en\"");
  }

  @Test
  void soundWaitsUntilTheFormatsAreAgreed() {
    begin(List.of());
    sent();
    engine.hear(Unpooled.copiedBuffer("AAAA", StandardCharsets.US_ASCII), 0, 4);
    assertThat(sent()).isEmpty();

    agreed("ulaw_8000");

    assertThat(sent()).containsExactly("{\"user_audio_chunk\":\"AAAA\"}");
    assertThat(events.events).containsExactly("ready");
  }

  @Test
  void anAgentThatSpeaksAnotherFormatIsNoise() {
    begin(List.of());

    agreed("pcm_16000");

    assertThat(events.events).containsExactly("failed not_ulaw_8000");
  }

  @Test
  void soundThatFollowsAPauseIsANewResponse() {
    talking();
    says(1, "One.");
    pass(700);
    says(2, "Two.");
    pass(700);

    assertThat(events.events)
        .containsExactly(
            "began agent-1",
            "words said-1 One.",
            "audio agent-1 said-1 AAAA",
            "audioDone said-1",
            "ended agent-1 COMPLETED",
            "began agent-2",
            "words said-2 Two.",
            "audio agent-2 said-2 AAAA",
            "audioDone said-2",
            "ended agent-2 COMPLETED");
  }

  @Test
  void nothingOldIsHeardAfterAnInterruption() {
    talking();
    says(1, "One.");

    receive("{\"type\":\"interruption\",\"interruption_event\":{\"event_id\":2}}");
    audio(2);

    assertThat(events.events)
        .endsWith("personBegan", "audioDone said-1", "ended agent-1 CANCELLED");
  }

  @Test
  void whatThePersonSaidIsATurn() {
    talking();

    receive(
        "{\"type\":\"user_transcript\",\"user_transcription_event\":{\"user_transcript\":\"Yes.\"}}");

    assertThat(events.events)
        .containsExactly("personBegan", "personStopped", "turn turn-1", "turnText turn-1 Yes.");
  }

  @Test
  void aToolAndItsAnswerKeepTheirId() {
    talking();
    receive(
        "{\"type\":\"client_tool_call\",\"client_tool_call\":{\"tool_name\":\"opt_out\",\"tool_call_id\":\"t1\",\"parameters\":{\"a\":1}}}");

    engine.toolAnswered("t1", "{\"error\":\"unavailable\"}");

    assertThat(events.events).containsExactly("tool t1 opt_out {\"a\":1}", "toolResultTaken");
    assertThat(sent())
        .containsExactly(
            "{\"type\":\"client_tool_result\",\"tool_call_id\":\"t1\",\"result\":\"{\\\"error\\\":\\\"unavailable\\\"}\",\"is_error\":true}");
  }

  @Test
  void aPingIsAnswered() {
    talking();

    receive("{\"type\":\"ping\",\"ping_event\":{\"event_id\":7,\"ping_ms\":40}}");

    assertThat(sent()).containsExactly("{\"type\":\"pong\",\"event_id\":7}");
  }

  @Test
  void aVoicemailMessageIsSaidAsItIsAndTheAgentKeepsQuiet() {
    talking();
    engine.holdTurns(true);

    engine.respond(Prompt.exactly("Say: ", "Please call us back."));
    audio(1);

    assertThat(exact).containsExactly("say Please call us back.", "flush");
    assertThat(events.events)
        .containsExactly("began exact-1", "words exact-1-words Please call us back.");
  }

  @Test
  void anAgentThatClosesTheConversationHangsUp() {
    talking();
    says(1, "Goodbye.");

    engine.lost("closed_1000");

    assertThat(events.events)
        .contains("tool agent-ended end_call {}")
        .noneMatch(event -> event.startsWith("failed"));
  }

  @Test
  void anAgentThatDiesIsLost() {
    talking();
    says(1, "Good");

    engine.lost("closed_1011");

    assertThat(events.events).endsWith("failed closed_1011");
  }

  @Test
  void whatWasAskedForAndStoppedIsOver() {
    talking();
    engine.respond(Prompt.exactly("Say: ", GREETING));

    engine.stopResponding();

    assertThat(events.events).containsExactly("ended none CANCELLED");
  }

  @Test
  void aConversationThatGoesOnIsToldWhatWasSaid() {
    begin(
        List.of(
            new TranscriptLine(1, Instant.EPOCH, TranscriptLine.Speaker.AGENT, GREETING, false),
            new TranscriptLine(2, Instant.EPOCH, TranscriptLine.Speaker.PERSON, "Yes.", false)));

    assertThat(sent())
        .singleElement()
        .asString()
        .contains("Customer: Yes.")
        .contains("\"first_message\":\"Sorry, one moment.\"");
  }

  private void talking() {
    begin(List.of());
    agreed("ulaw_8000");
    sent();
    events.events.clear();
  }

  private void begin(List<TranscriptLine> heardSoFar) {
    engine.connected(channel);
    engine.begin(
        new CallBrief(
            new UUID(0, 1),
            new UUID(0, 2),
            Direction.OUTBOUND,
            CallPurpose.REMINDER,
            "Garage",
            "Be kind.",
            GREETING,
            "Call us.",
            "en-US",
            "marin",
            List.of(),
            List.of(),
            Duration.ofMinutes(5),
            heardSoFar,
            false,
            null,
            null));
  }

  private void agreed(String output) {
    receive(
        """
        {"type":"conversation_initiation_metadata","conversation_initiation_metadata_event":\
        {"conversation_id":"conv_1","agent_output_audio_format":"%s","user_input_audio_format":"ulaw_8000"}}\
        """
            .formatted(output));
  }

  private void says(int eventId, String text) {
    receive(
        "{\"type\":\"agent_response\",\"agent_response_event\":{\"agent_response\":\"%s\"}}"
            .formatted(text));
    audio(eventId);
  }

  private void audio(int eventId) {
    receive(
        "{\"type\":\"audio\",\"audio_event\":{\"audio_base_64\":\"AAAA\",\"event_id\":%d}}"
            .formatted(eventId));
  }

  private void pass(long millis) {
    channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
  }

  private void receive(String message) {
    engine.text(Unpooled.copiedBuffer(message, StandardCharsets.UTF_8));
  }

  private List<String> sent() {
    engine.flush();
    return SentText.of(channel);
  }

  private final class FakeSpeech implements Voice.Speech {
    @Override
    public void say(String text) {
      exact.add("say " + text);
    }

    @Override
    public void flush() {
      exact.add("flush");
    }

    @Override
    public void clear() {}

    @Override
    public void close() {}
  }
}
