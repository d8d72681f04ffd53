package dev.carillon.bridge.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.call.CallBrief;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Direction;
import dev.carillon.call.ToolSpec;
import dev.carillon.call.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RealtimeMessagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theSessionIsWrittenInTheProvidersGeneralShape() throws JsonProcessingException {
    var session = JSON.readTree(RealtimeMessages.session(brief()));

    assertThat(session)
        .isEqualTo(
            JSON.readTree(
                """
                {"type":"session.update","session":{"type":"realtime","output_modalities":["audio"],
                 "instructions":"Remind.\\n\\nThe first thing the person hears from you is this sentence, word for word: Hello.",
                 "audio":{
                  "input":{"format":{"type":"audio/pcmu"},"noise_reduction":{"type":"far_field"},
                   "transcription":{"model":"gpt-4o-mini-transcribe","language":"en"},
                   "turn_detection":{"type":"server_vad","threshold":0.5,"prefix_padding_ms":300,
                    "silence_duration_ms":500,"create_response":true,"interrupt_response":true}},
                  "output":{"format":{"type":"audio/pcmu"},"voice":"marin"}},
                 "tools":[{"type":"function","name":"opt_out","description":"No more calls.",
                  "parameters":{"type":"object","properties":{}}}],
                 "tool_choice":"auto"}}
                """));
  }

  @Test
  void everyUpdateSaysTheFormatsAgain() throws JsonProcessingException {
    var audio = JSON.readTree(RealtimeMessages.turnTaking(true)).path("session").path("audio");

    assertThat(audio.path("input").path("format").path("type").asText()).isEqualTo("audio/pcmu");
    assertThat(audio.path("output").path("format").path("type").asText()).isEqualTo("audio/pcmu");
    assertThat(audio.path("input").path("turn_detection").path("create_response").asBoolean())
        .isFalse();
    assertThat(audio.path("input").path("turn_detection").path("interrupt_response").asBoolean())
        .isFalse();
  }

  @Test
  void aResponseThatOnlyGoesOnHasNoParameters() {
    assertThat(RealtimeMessages.response(Prompt.AFTER_TOOLS))
        .isEqualTo("{\"type\":\"response.create\"}");
  }

  @Test
  void aResponseThatSaysSomethingUsesNoTools() throws JsonProcessingException {
    assertThat(JSON.readTree(RealtimeMessages.response(Prompt.saying("Say \"hi\""))))
        .isEqualTo(
            JSON.readTree(
                "{\"type\":\"response.create\",\"response\":{\"instructions\":\"Say"
                    + " \\\"hi\\\"\",\"tool_choice\":\"none\"}}"));
  }

  @Test
  void whatWasSaidBeforeKeepsItsSpeaker() throws JsonProcessingException {
    assertThat(content(TranscriptLine.Speaker.AGENT).path("type").asText())
        .isEqualTo("output_text");
    assertThat(content(TranscriptLine.Speaker.PERSON).path("type").asText())
        .isEqualTo("input_text");
  }

  private static JsonNode content(TranscriptLine.Speaker who) throws JsonProcessingException {
    var line = new TranscriptLine(1, Instant.EPOCH, who, "Hello", false);
    return JSON.readTree(RealtimeMessages.said(line.who(), line.text()))
        .path("item")
        .path("content")
        .get(0);
  }

  private static CallBrief brief() {
    return new CallBrief(
        new UUID(0, 1),
        new UUID(0, 2),
        Direction.OUTBOUND,
        CallPurpose.REMINDER,
        "Carillon Garage",
        "Remind.",
        "Hello.",
        "Message.",
        "en-US",
        "marin",
        List.of(),
        List.of(
            new ToolSpec("opt_out", "No more calls.", "{\"type\":\"object\",\"properties\":{}}")),
        Duration.ofMinutes(5),
        List.of(),
        false,
        null,
        null);
  }
}
