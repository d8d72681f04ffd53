package dev.carillon.sandbox.ai.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.sandbox.ai.brain.Brain;
import dev.carillon.sandbox.ai.brain.Facts;
import dev.carillon.sandbox.ai.brain.Tools;
import dev.carillon.sandbox.speech.Phrases;
import dev.carillon.sandbox.speech.Speaker;
import dev.carillon.sandbox.speech.Understanding;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// A text model that is one side of a phone call. It remembers nothing from one request to the
/// next: the conversation is lived through again up to what is to be said now.
final class Talk {
  private final Phrases phrases;
  private final Tools tools;
  private final Brain brain;
  private final Map<String, String> toolNames = new HashMap<>();

  private Talk(JsonNode messages, Tools tools, Phrases phrases, InstantSource clock) {
    StringBuilder instructions = new StringBuilder();
    messages.forEach(message -> {
      if (instructs(message)) {
        instructions.append(text(message)).append('\n');
      }
    });
    this.phrases = phrases;
    this.tools = tools;
    this.brain = new Brain(phrases, new Facts(instructions.toString(), clock));
  }

  /// Whether this is a call: it can be hung up.
  static boolean is(Thought.Prompt prompt) {
    return prompt.tools().schemas().containsKey("end_call")
        && prompt.schema().isEmpty()
        && !prompt.json()
        && prompt.wanted().isEmpty();
  }

  /// What is said next.
  static Thought next(
      JsonNode messages, Thought.Prompt prompt, Phrases phrases, InstantSource clock) {
    Talk talk = new Talk(messages, prompt.tools(), phrases, clock);
    messages.forEach(talk::live);
    JsonNode last = messages.path(messages.size() - 1);
    String order = messages.size() > 1 && instructs(last) ? text(last) : "";
    Tools allowed = prompt.choice().asText().equals("none") ? Tools.NONE : prompt.tools();
    return Thought.of(talk.brain.next(allowed, order));
  }

  private void live(JsonNode message) {
    switch (message.path("role").asText()) {
      case "user" -> hear(text(message));
      case "assistant" -> {
        brain.next(tools, "");
        for (JsonNode call : message.path("tool_calls")) {
          toolNames.put(call.path("id").asText(), call.at("/function/name").asText());
        }
      }
      case "tool" -> {
        String tool = toolNames.getOrDefault(message.path("tool_call_id").asText(), "");
        brain.answered(tool, text(message));
      }
      default -> {
        // Instructions are read as a whole.
      }
    }
  }

  private void hear(String words) {
    Understanding known = phrases.read(Speaker.PERSON, words);
    if (known.phrases().isEmpty()) {
      brain.told("user", words);
    } else {
      brain.heard(known);
    }
  }

  private static boolean instructs(JsonNode message) {
    String role = message.path("role").asText();
    return role.equals("system") || role.equals("developer");
  }

  private static String text(JsonNode message) {
    return Request.text(message.path("content"));
  }
}
