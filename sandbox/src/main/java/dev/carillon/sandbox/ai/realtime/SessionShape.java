package dev.carillon.sandbox.ai.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What `session.update` and `response.create` may hold in the generally available interface. The
/// flat members of the beta are unknown here, as they are at the provider.
final class SessionShape {
  private static final Set<String> SESSION =
      Set.of(
          "type",
          "model",
          "output_modalities",
          "instructions",
          "audio",
          "tools",
          "tool_choice",
          "max_output_tokens",
          "truncation",
          "reasoning",
          "parallel_tool_calls",
          "tracing",
          "prompt",
          "include");
  private static final Set<String> RESPONSE =
      Set.of(
          "instructions",
          "output_modalities",
          "conversation",
          "tools",
          "tool_choice",
          "metadata",
          "input",
          "audio",
          "max_output_tokens",
          "parallel_tool_calls",
          "prompt",
          "reasoning");
  private static final Set<String> INPUT =
      Set.of("format", "noise_reduction", "transcription", "turn_detection");
  private static final Set<String> OUTPUT = Set.of("format", "voice", "speed");
  private static final Set<String> VOICES =
      Set.of(
          "alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar");
  private static final Map<String, Set<String>> FORMATS =
      Map.of(
          "audio/pcm", Set.of("type", "rate"),
          "audio/pcmu", Set.of("type"),
          "audio/pcma", Set.of("type"));
  private static final Map<String, Set<String>> TURNS =
      Map.of(
          "server_vad",
          Set.of(
              "type",
              "threshold",
              "prefix_padding_ms",
              "silence_duration_ms",
              "idle_timeout_ms",
              "create_response",
              "interrupt_response"),
          "semantic_vad",
          Set.of("type", "eagerness", "create_response", "interrupt_response"));
  private static final Set<String> EFFORTS = Set.of("minimal", "low", "medium", "high", "xhigh");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private SessionShape() {}

  static void checkSession(JsonNode session) {
    Shape.object(session, "session", SESSION);
    Shape.needs(session, "session", "type");
    Shape.oneOf(session, "type", "session", Set.of("realtime"));
    Shape.text(session, "model", "session");
    checkCommon(session, "session");
    if (session.has("audio")) {
      checkAudio(session.get("audio"), "session.audio");
    }
  }

  static void checkResponse(JsonNode response) {
    Shape.object(response, "response", RESPONSE);
    checkCommon(response, "response");
    Shape.oneOf(response, "conversation", "response", Set.of("auto", "none"));
    Shape.array(response, "input", "response");
    if (response.has("audio")) {
      Shape.object(response.get("audio"), "response.audio", Set.of("output"));
      checkOutput(response.get("audio").path("output"), "response.audio.output");
    }
  }

  private static void checkCommon(JsonNode value, String where) {
    Shape.text(value, "instructions", where);
    Shape.single(value, "output_modalities", where, List.of("audio", "text"));
    Shape.flag(value, "parallel_tool_calls", where);
    JsonNode limit = value.path("max_output_tokens");
    if (!limit.asText().equals("inf")) {
      Shape.number(value, "max_output_tokens", where, 1, 32_000);
    }
    if (value.path("tool_choice").isTextual()) {
      Shape.oneOf(value, "tool_choice", where, Set.of("auto", "none", "required"));
    }
    if (Shape.given(value, "reasoning")) {
      Shape.object(value.get("reasoning"), where + ".reasoning", Set.of("effort"));
      Shape.oneOf(value.get("reasoning"), "effort", where + ".reasoning", EFFORTS);
    }
    Shape.array(value, "tools", where);
    int place = 0;
    for (JsonNode tool : value.path("tools")) {
      checkTool(tool, where + ".tools[" + place++ + "]");
    }
  }

  private static void checkTool(JsonNode tool, String where) {
    if (tool.path("type").asText().equals("mcp")) {
      return;
    }
    Shape.object(tool, where, Set.of("type", "name", "description", "parameters"));
    Shape.needs(tool, where, "type", "name");
    Shape.oneOf(tool, "type", where, Set.of("function", "mcp"));
    Shape.text(tool, "description", where);
    if (!NAME.matcher(tool.path("name").asText()).matches()) {
      throw Invalid.value(where + ".name", "expected 1 to 64 letters, digits, '_' and '-'.");
    }
    if (tool.has("parameters") && !tool.path("parameters").path("type").asText().equals("object")) {
      throw new Invalid(
          "invalid_function_parameters",
          "Invalid schema for function '%s': schema must be of 'type: \"object\"'."
              .formatted(tool.path("name").asText()),
          where + ".parameters");
    }
  }

  private static void checkAudio(JsonNode audio, String where) {
    Shape.object(audio, where, Set.of("input", "output"));
    if (audio.has("input")) {
      checkInput(audio.get("input"), where + ".input");
    }
    if (audio.has("output")) {
      checkOutput(audio.get("output"), where + ".output");
    }
  }

  private static void checkInput(JsonNode input, String where) {
    Shape.object(input, where, INPUT);
    checkFormat(input, where);
    if (Shape.given(input, "noise_reduction")) {
      JsonNode reduction = input.get("noise_reduction");
      Shape.object(reduction, where + ".noise_reduction", Set.of("type"));
      Shape.oneOf(reduction, "type", where + ".noise_reduction", Set.of("near_field", "far_field"));
    }
    if (Shape.given(input, "transcription")) {
      JsonNode transcription = input.get("transcription");
      String at = where + ".transcription";
      Shape.object(transcription, at, Set.of("model", "language", "prompt", "delay"));
      Shape.text(transcription, "model", at);
      Shape.text(transcription, "language", at);
      Shape.text(transcription, "prompt", at);
    }
    if (Shape.given(input, "turn_detection")) {
      checkTurns(input.get("turn_detection"), where + ".turn_detection");
    }
  }

  private static void checkOutput(JsonNode output, String where) {
    Shape.object(output, where, OUTPUT);
    checkFormat(output, where);
    if (output.path("voice").isTextual()) {
      Shape.oneOf(output, "voice", where, VOICES);
    }
    Shape.number(output, "speed", where, 0.25, 1.5);
  }

  private static void checkFormat(JsonNode side, String where) {
    if (!side.has("format")) {
      return;
    }
    JsonNode format = side.get("format");
    String at = where + ".format";
    if (!format.isObject()) {
      throw Invalid.type(at, "an object");
    }
    Shape.needs(format, at, "type");
    Shape.oneOf(format, "type", at, FORMATS.keySet());
    Shape.object(format, at, FORMATS.getOrDefault(format.path("type").asText(), Set.of()));
    if (format.has("rate") && format.path("rate").asInt() != 24_000) {
      throw Invalid.value(at + ".rate", "only 24000 is supported.");
    }
  }

  private static void checkTurns(JsonNode turns, String where) {
    if (!turns.isObject()) {
      throw Invalid.type(where, "an object");
    }
    Shape.needs(turns, where, "type");
    Shape.oneOf(turns, "type", where, TURNS.keySet());
    Shape.object(turns, where, TURNS.getOrDefault(turns.path("type").asText(), Set.of()));
    Shape.number(turns, "threshold", where, 0, 1);
    Shape.number(turns, "prefix_padding_ms", where, 0, 10_000);
    Shape.number(turns, "silence_duration_ms", where, 0, 10_000);
    if (Shape.given(turns, "idle_timeout_ms")) {
      Shape.number(turns, "idle_timeout_ms", where, 5_000, 30_000);
    }
    Shape.oneOf(turns, "eagerness", where, Set.of("low", "medium", "high", "auto"));
    Shape.flag(turns, "create_response", where);
    Shape.flag(turns, "interrupt_response", where);
  }
}
