package dev.carillon.bridge.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.json.JsonMessage;
import dev.carillon.call.ToolUse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/// Reads what the agent sends. Source: elevenlabs.io/docs, "Agents WebSocket".
final class AgentReader {
  private static final String MULAW = "ulaw_8000";

  private final AgentEngine engine;
  private final EngineEvents events;
  private final AgentSpeech speech;
  private boolean personTalks;
  private int turns;

  AgentReader(AgentEngine engine, EngineEvents events, AgentSpeech speech) {
    this.engine = engine;
    this.events = events;
    this.speech = speech;
  }

  void read(ByteBuf message) {
    event(JsonMessage.read(message));
  }

  private void event(JsonNode event) {
    switch (event.path("type").asText()) {
      case "conversation_initiation_metadata" ->
          begun(event.path("conversation_initiation_metadata_event"));
      case "audio" -> audio(event.path("audio_event"));
      case "agent_response" ->
          speech.words(event.path("agent_response_event").path("agent_response").asText());
      case "user_transcript" ->
          personSaid(event.path("user_transcription_event").path("user_transcript").asText());
      case "interruption" ->
          interrupted(event.path("interruption_event").path("event_id").asLong());
      case "ping" ->
          engine.send(AgentMessages.pong(event.path("ping_event").path("event_id").asLong()));
      case "client_tool_call" -> tool(event.path("client_tool_call"));
      default -> {
        // vad_score, agent_response_correction, and what is yet to be invented. What was heard is
        // known better here than there.
      }
    }
  }

  private void begun(JsonNode formats) {
    engine.agreed(
        formats.path("agent_output_audio_format").asText().equals(MULAW)
            && formats.path("user_input_audio_format").asText().equals(MULAW));
  }

  private void audio(JsonNode audio) {
    var text = audio.path("audio_base_64").asText();
    var frame = Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII);
    try {
      speech.sound(audio.path("event_id").asLong(), frame, 0, text.length());
    } finally {
      frame.release();
    }
  }

  private void interrupted(long eventId) {
    personTalks = true;
    events.personBegan();
    speech.interrupted(eventId);
  }

  private void personSaid(String text) {
    if (!personTalks) {
      events.personBegan();
    }
    personTalks = false;
    var turn = "turn-" + ++turns;
    events.personStopped();
    events.turnTaken(turn);
    events.turnText(turn, text);
  }

  private void tool(JsonNode call) {
    events.toolWanted(
        new ToolUse(
            call.path("tool_call_id").asText(),
            call.path("tool_name").asText(),
            call.path("parameters").isObject() ? call.path("parameters").toString() : "{}"));
  }
}
