package dev.carillon.bridge.cascade;

import dev.carillon.call.CallBrief;
import dev.carillon.call.ToolUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The conversation as the model is to see it: only what was really heard of the agent's words, and
/// an answer to every tool.
final class Dialogue {
  private static final int BYTES_PER_MS = 8;
  private static final String RUNNING = "{\"pending\":true}";

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, String> toolAnswers = new LinkedHashMap<>();

  /// Begins with the agent's prompt and what was said before.
  void begin(CallBrief brief) {
    entries.add(new Entry(new Message.Instruction(brief.instructions())));
    for (var line : brief.heardSoFar()) {
      switch (line.who()) {
        case AGENT -> entries.add(new Entry(new Message.Agent(line.text(), List.of())));
        case PERSON -> personSaid(line.text());
        case TOOL -> entries.add(new Entry(new Message.Instruction("Tool used: " + line.text())));
      }
    }
  }

  void personSaid(String text) {
    entries.add(new Entry(new Message.Person(text)));
  }

  /// The agent begins to say something; what it says is added to the entry this returns.
  Entry agentBegins() {
    var entry = new Entry(null);
    entries.add(entry);
    return entry;
  }

  void toolAnswered(String toolCallId, String json) {
    toolAnswers.put(toolCallId, json);
  }

  /// All of it, for one request; `instruction` for that one alone, empty for none.
  List<Message> messages(String instruction) {
    var all = new ArrayList<Message>();
    for (var entry : entries) {
      var message = entry.message();
      if (message instanceof Message.Agent(var text, var tools)
          && text.isEmpty()
          && tools.isEmpty()) {
        continue;
      }
      all.add(message);
      if (message instanceof Message.Agent agent) {
        for (var use : agent.tools()) {
          var answer = toolAnswers.getOrDefault(use.toolCallId(), RUNNING);
          all.add(new Message.ToolAnswer(use.toolCallId(), answer));
        }
      }
    }
    if (!instruction.isEmpty()) {
      all.add(new Message.Instruction(instruction));
    }
    return all;
  }

  /// One thing that was said; what the agent says grows and may be cut.
  static final class Entry {
    private final @Nullable Message fixed;
    private final StringBuilder text = new StringBuilder();
    private final List<ToolUse> tools = new ArrayList<>();
    private long bytes;

    Entry(@Nullable Message fixed) {
      this.fixed = fixed;
    }

    void says(String more) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(more);
    }

    void sounds(int more) {
      bytes += more;
    }

    void wants(ToolUse use) {
      tools.add(use);
    }

    /// What was stopped before its first sound was not said.
    void soundless() {
      if (bytes == 0) {
        text.setLength(0);
      }
    }

    /// Keeps the words that fit into what was heard, whole words only.
    void heardOnly(int heardMs) {
      long heard = (long) heardMs * BYTES_PER_MS;
      if (heard >= bytes) {
        return;
      }
      int cut = bytes == 0 ? 0 : (int) (text.length() * heard / bytes);
      int word = text.lastIndexOf(" ", cut);
      text.setLength(Math.max(0, word));
    }

    private Message message() {
      return fixed != null ? fixed : new Message.Agent(text.toString(), tools);
    }
  }
}
