package dev.carillon.bridge.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.call.CallBrief;
import dev.carillon.call.ToolSpec;
import dev.carillon.call.TranscriptLine;

/// The client events, written as the provider's GA schema wants them: an unknown member is refused
/// there.
final class RealtimeMessages {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TRANSCRIBER = "gpt-4o-mini-transcribe";

  private RealtimeMessages() {}

  static String session(CallBrief brief) {
    var root = event("session.update");
    var session = root.putObject("session");
    session.put("type", "realtime");
    session.putArray("output_modalities").add("audio");
    session.put("instructions", brief.instructions() + opening(brief));
    var audio = session.putObject("audio");
    var input = audio.putObject("input");
    input.putObject("format").put("type", "audio/pcmu");
    input.putObject("noise_reduction").put("type", "far_field");
    var transcription = input.putObject("transcription").put("model", TRANSCRIBER);
    var language = languageOf(brief.language());
    if (!language.isEmpty()) {
      transcription.put("language", language);
    }
    turns(input, false);
    var output = audio.putObject("output");
    output.putObject("format").put("type", "audio/pcmu");
    output.put("voice", brief.voice());
    var tools = session.putArray("tools");
    brief.tools().forEach(tool -> tools.add(tool(tool)));
    session.put("tool_choice", "auto");
    return root.toString();
  }

  /// The formats are said again with every update: leaving them out has made engines fall back to
  /// PCM, which is static on a phone.
  static String turnTaking(boolean held) {
    var root = event("session.update");
    var audio = root.putObject("session").put("type", "realtime").putObject("audio");
    var input = audio.putObject("input");
    input.putObject("format").put("type", "audio/pcmu");
    turns(input, held);
    audio.putObject("output").putObject("format").put("type", "audio/pcmu");
    return root.toString();
  }

  /// Something that was said, but not in this session's sound: on an earlier stream of the same
  /// call, or by keys.
  static String said(TranscriptLine.Speaker who, String text) {
    var root = event("conversation.item.create");
    var item = root.putObject("item").put("type", "message");
    var mine = who == TranscriptLine.Speaker.AGENT;
    item.put("role", mine ? "assistant" : "user");
    item.putArray("content")
        .addObject()
        .put("type", mine ? "output_text" : "input_text")
        .put("text", text);
    return root.toString();
  }

  static String response(Prompt prompt) {
    var root = event("response.create");
    if (!prompt.instructions().isEmpty()) {
      var response = root.putObject("response");
      response.put("instructions", prompt.instructions());
      if (!prompt.mayUseTools()) {
        response.put("tool_choice", "none");
      }
    }
    return root.toString();
  }

  static String cancel() {
    return event("response.cancel").toString();
  }

  static String truncate(String itemId, int heardMs) {
    return event("conversation.item.truncate")
        .put("item_id", itemId)
        .put("content_index", 0)
        .put("audio_end_ms", heardMs)
        .toString();
  }

  static String toolResult(String toolCallId, String json) {
    var root = event("conversation.item.create");
    root.putObject("item")
        .put("type", "function_call_output")
        .put("call_id", toolCallId)
        .put("output", json);
    return root.toString();
  }

  static String commit() {
    return event("input_audio_buffer.commit").toString();
  }

  private static void turns(ObjectNode input, boolean held) {
    input
        .putObject("turn_detection")
        .put("type", "server_vad")
        .put("threshold", 0.5)
        .put("prefix_padding_ms", 300)
        .put("silence_duration_ms", 500)
        .put("create_response", !held)
        .put("interrupt_response", !held);
  }

  private static String opening(CallBrief brief) {
    return "\n\nThe first thing the person hears from you is this sentence, word for word: "
        + brief.greeting();
  }

  private static ObjectNode tool(ToolSpec spec) {
    var tool = JSON.createObjectNode();
    tool.put("type", "function").put("name", spec.name()).put("description", spec.description());
    try {
      tool.set("parameters", JSON.readTree(spec.parametersJson()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the schema of tool " + spec.name() + " is no JSON", e);
    }
    return tool;
  }

  private static String languageOf(String tag) {
    int dash = tag.indexOf('-');
    return dash < 0 ? tag : tag.substring(0, dash);
  }

  private static ObjectNode event(String type) {
    return JSON.createObjectNode().put("type", type);
  }
}
