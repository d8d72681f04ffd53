package dev.carillon.sandbox.ai.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.carillon.sandbox.ai.brain.Facts;
import dev.carillon.sandbox.ai.brain.Reading;
import dev.carillon.sandbox.ai.brain.Step;
import dev.carillon.sandbox.ai.brain.Tools;
import dev.carillon.sandbox.speech.Phrases;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a text model answers: words, or a tool.
record Thought(@Nullable String text, Step.@Nullable Use tool) {

  /// Thinks about a prompt.
  static Thought about(Prompt prompt, Phrases phrases, InstantSource clock) {
    Facts facts = new Facts(prompt.whole(), clock);
    Reading reading = new Reading(phrases, facts, prompt.whole(), prompt.lastOf("user"));
    if (prompt.schema().isPresent()) {
      return new Thought(reading.filled(prompt.schema().get()).toString(), null);
    }
    if (prompt.json()) {
      return new Thought(Json.object().put("answer", reading.answer()).toString(), null);
    }
    if (prompt.mayUseTools()) {
      Optional<Step.Use> tool =
          prompt.wanted().isEmpty()
              ? reading.tool(prompt.tools())
              : Optional.of(reading.use(prompt.tools(), prompt.wanted()));
      if (tool.isPresent()) {
        return new Thought(null, tool.get());
      }
    }
    return new Thought(reading.answer(), null);
  }

  /// What is said, and the tool that is used then.
  static Thought of(List<Step> steps) {
    @Nullable String text = null;
    Step.@Nullable Use tool = null;
    for (Step step : steps) {
      switch (step) {
        case Step.Say say -> text = text == null ? say.text() : text + " " + say.text();
        case Step.Use use -> tool = use;
      }
    }
    return new Thought(text, tool);
  }

  /// What was answered, as text.
  String content() {
    return text != null ? text : tool != null ? tool.arguments() : "";
  }

  /// What a model is asked.
  ///
  /// @param lines role and text in turn, oldest first
  /// @param choice the tool choice as it was given
  record Prompt(
      List<Line> lines, Tools tools, JsonNode choice, Optional<JsonNode> schema, boolean json) {
    Prompt {
      lines = List.copyOf(lines);
    }

    String whole() {
      return String.join("\n", lines.stream().map(Line::text).toList());
    }

    String lastOf(String role) {
      return lines.stream()
          .filter(line -> line.role().equals(role))
          .reduce((first, second) -> second)
          .map(Line::text)
          .orElse("");
    }

    /// Tools are used once for what was said, and not again when they have answered.
    boolean mayUseTools() {
      boolean answered = !lines.isEmpty() && lines.getLast().role().equals("tool");
      return !answered && !choice.asText().equals("none") && !tools.schemas().isEmpty();
    }

    /// The tool that must be used; empty when the model may choose.
    String wanted() {
      String name = choice.path("function").path("name").asText(choice.path("name").asText(""));
      if (!name.isEmpty() && tools.schemas().containsKey(name)) {
        return name;
      }
      return choice.asText().equals("required")
          ? tools.schemas().keySet().stream().sorted().findFirst().orElse("")
          : "";
    }
  }

  record Line(String role, String text) {}
}
