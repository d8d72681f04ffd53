package dev.carillon.bridge.engine;

/// What one response is about.
///
/// @param instructions for this response alone; empty to go on with the conversation
/// @param words what is said, word for word, by an engine that can; empty when it is the model's
///   choice
/// @param mayUseTools whether tools may be used in it
/// @param afterTools it is there to answer tool results, so any response that saw them will do
public record Prompt(String instructions, String words, boolean mayUseTools, boolean afterTools) {

  /// The response that follows tool results.
  public static final Prompt AFTER_TOOLS = new Prompt("", "", true, true);

  /// Says something in particular, without tools.
  public static Prompt saying(String instructions) {
    return new Prompt(instructions, "", false, false);
  }

  /// Says these words and no others; `instructions` end where the words follow.
  public static Prompt exactly(String instructions, String words) {
    return new Prompt(instructions + words, words, false, false);
  }

  /// Goes on talking as `instructions` say, with every tool.
  public static Prompt going(String instructions) {
    return new Prompt(instructions, "", true, false);
  }
}
