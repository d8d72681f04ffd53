package dev.carillon.sandbox.ai.brain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.carillon.sandbox.ai.schema.SchemaFiller;
import dev.carillon.sandbox.speech.Phrases;
import dev.carillon.sandbox.speech.Speaker;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a text model makes of a prompt: the person's lines of a transcript, or the person's last
/// message, and the wish in them.
public final class Reading {
  private static final Pattern PERSON_LINE =
      Pattern.compile(
          "^\\W*(?:customer|person|user|caller|contact|human|callee)\\b[^:\\n]{0,40}:\\s*(.+)$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final Phrases phrases;
  private final Facts facts;
  private final String said;
  private final Wish wish;

  /// @param prompt everything the model was given
  /// @param last the last message of the person
  public Reading(Phrases phrases, Facts facts, String prompt, String last) {
    this.phrases = phrases;
    this.facts = facts;
    String lines =
        PERSON_LINE
            .matcher(prompt)
            .results()
            .map(line -> line.group(1))
            .collect(Collectors.joining("\n"));
    this.said = lines.isEmpty() ? last : lines;
    this.wish = Wish.ofText(said);
  }

  /// A value for a schema, such as a call's summary with its outcome.
  public ObjectNode filled(JsonNode schema) {
    return new SchemaFiller(gist(true)).fill(schema);
  }

  /// The tool that the wish calls for.
  public Optional<Step.Use> tool(Tools tools) {
    return tools.firstOf(wish.tools()).map(tool -> use(tools, tool));
  }

  /// A call of the tool that was chosen for the model.
  public Step.Use use(Tools tools, String tool) {
    JsonNode schema = tools.schemas().getOrDefault(tool, JsonNodeFactory.instance.objectNode());
    return new Step.Use(tool, new SchemaFiller(gist(false)).fill(schema).toString());
  }

  /// An answer in words.
  public String answer() {
    return phrases.text(Speaker.ASSISTANT, wish == Wish.NOTHING ? "greeting" : wish.answer());
  }

  private Gist gist(boolean whole) {
    @Nullable OffsetDateTime moment =
        Moments.in(said, facts.now()).orElseGet(() -> facts.now().plusDays(1).toOffsetDateTime());
    return new Gist(wish, whole ? "" : lastLine(), moment, whole);
  }

  private String lastLine() {
    List<String> lines = said.lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty() ? "" : lines.getLast();
  }
}
