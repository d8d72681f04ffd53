package dev.carillon.bridge.cascade;

import dev.carillon.bridge.faculty.Message;
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

  /// One thing that was said; what the agent says grows, part by part as the voice is given it, and
  /// may be cut.
  static final class Entry {
    /// A part whose sound is still coming is taken for no shorter than this.
    private static final int LEAST_BYTES_PER_CHAR = 320;

    private final @Nullable Message fixed;
    private final List<Part> parts = new ArrayList<>();
    private final List<ToolUse> tools = new ArrayList<>();
    private int sounding;

    Entry(@Nullable Message fixed) {
      this.fixed = fixed;
    }

    /// A part is given to the voice.
    void says(String part) {
      parts.add(new Part(part));
    }

    /// The words of the part that sounds now, the first time it does; empty otherwise.
    String sounds(int more) {
      if (sounding >= parts.size()) {
        return "";
      }
      var part = parts.get(sounding);
      boolean first = part.bytes == 0;
      part.bytes += more;
      return first ? part.text : "";
    }

    /// The part that sounds is whole.
    void sounded() {
      if (sounding < parts.size()) {
        parts.get(sounding).whole = true;
        sounding++;
      }
    }

    void wants(ToolUse use) {
      tools.add(use);
    }

    /// What was stopped before its first sound was not said.
    void stopped() {
      parts.removeIf(part -> part.bytes == 0);
    }

    /// Keeps the words that fit into what was heard, whole words only.
    void heardOnly(int heardMs) {
      long left = (long) heardMs * BYTES_PER_MS;
      for (var part : parts) {
        long length = part.length();
        if (left < length) {
          part.cut(left, length);
        }
        left = Math.max(0, left - length);
      }
      parts.removeIf(part -> part.text.isEmpty());
    }

    private Message message() {
      if (fixed != null) {
        return fixed;
      }
      var text = String.join(" ", parts.stream().map(part -> part.text).toList());
      return new Message.Agent(text, tools);
    }

    private static final class Part {
      private String text;
      private long bytes;
      private boolean whole;

      Part(String text) {
        this.text = text;
      }

      private long length() {
        return whole ? bytes : Math.max(bytes, (long) text.length() * LEAST_BYTES_PER_CHAR);
      }

      private void cut(long heard, long length) {
        int end = (int) (text.length() * heard / length);
        text = text.substring(0, Math.max(0, text.lastIndexOf(' ', end)));
      }
    }
  }
}
