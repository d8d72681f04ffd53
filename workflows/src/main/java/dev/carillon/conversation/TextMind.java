package dev.carillon.conversation;

import dev.carillon.call.ToolSpec;
import java.util.List;

/// A model that writes texts.
public interface TextMind {

  /// Whether a model is configured.
  boolean on();

  /// Answers the last line, or wants tools used.
  ///
  /// @throws dev.carillon.policy.ProviderFailure when the model did not answer usably
  TextThought think(Conversation conversation);

  /// What the model is given.
  ///
  /// @param instructions the agent's prompt, with what is known of the person
  /// @param lines the conversation's last texts, oldest first; the last one is the person's
  /// @param done tools that were used for the last line
  record Conversation(
      String instructions, List<ToolSpec> tools, List<Line> lines, List<TextDesk.Exchange> done) {

    public Conversation {
      tools = List.copyOf(tools);
      lines = List.copyOf(lines);
      done = List.copyOf(done);
    }
  }

  /// One text.
  record Line(boolean byPerson, String text) {}
}
