package dev.carillon.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was said before between a business and one person, as a model is told of it: the last
/// call's summary, then the last words of the phone, then the last texts.
///
/// @param summary of the last call that was summarised
/// @param voice the last lines spoken, oldest first
/// @param texts the last texts, oldest first
public record PastTalk(
    @Nullable String summary, List<TextMind.Line> voice, List<TextMind.Line> texts) {
  /// How many lines of each kind are told.
  public static final int LINES = 3;

  public PastTalk {
    voice = last(voice);
    texts = last(texts);
  }

  private static List<TextMind.Line> last(List<TextMind.Line> lines) {
    return List.copyOf(lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }

  /// Whether nothing was ever said.
  public boolean none() {
    return summary == null && voice.isEmpty() && texts.isEmpty();
  }

  /// For a model that writes: each line with who said it.
  public String inFull() {
    var parts = new ArrayList<String>();
    if (summary != null) {
      parts.add("Summary of the last call: " + oneLine(summary));
    }
    add(parts, "Last words on the phone:", voice);
    add(parts, "Last texts:", texts);
    return String.join("\n", parts);
  }

  private static void add(List<String> parts, String title, List<TextMind.Line> lines) {
    if (!lines.isEmpty()) {
      parts.add(title);
      lines.forEach(
          line -> parts.add((line.byPerson() ? "Customer: " : "Agent: ") + oneLine(line.text())));
    }
  }

  /// Nobody's words may look like a line of somebody else's, or like the end of what is quoted.
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("={3,}", "=").strip();
  }
}
