package dev.carillon.bridge.faculty;

import dev.carillon.bridge.engine.Usage;
import dev.carillon.call.ToolSpec;
import dev.carillon.call.ToolUse;
import java.util.List;
import java.util.concurrent.Executor;

/// A language model that answers a conversation, word by word.
public interface Mind {

  /// Starts to think and returns at once; `events` come on `loop`. A request that failed before its
  /// first word is repeated once.
  ///
  /// @param mayUseTools the tools are shown in any case, since the conversation may mention them
  Thought think(
      List<Message> conversation,
      List<ToolSpec> tools,
      boolean mayUseTools,
      Executor loop,
      Events events);

  /// An answer under way.
  interface Thought {

    /// Stops it; no event comes after this.
    void cancel();
  }

  /// What comes of a thought.
  interface Events {

    /// The provider has sent something, whatever it was.
    default void attentive() {}

    /// More of the answer's text.
    void text(String more);

    /// The model wants a tool. What it wrote is untrusted.
    void tool(ToolUse use);

    /// The answer is whole.
    void thought();

    /// The provider has counted something it will bill; may come after [#thought].
    default void used(Usage usage) {}

    /// There will be none, or no more of it.
    void mindLost(String code);
  }
}
