package dev.carillon.bridge.faculty;

import dev.carillon.call.ToolUse;
import java.util.List;

/// One entry of a conversation as a language model sees it.
public sealed interface Message {

  /// What the platform tells the model.
  record Instruction(String text) implements Message {}

  /// What the person said.
  record Person(String text) implements Message {}

  /// What the agent said and the tools it wanted; either may be empty.
  record Agent(String text, List<ToolUse> tools) implements Message {
    public Agent {
      tools = List.copyOf(tools);
    }
  }

  /// What a tool answered.
  record ToolAnswer(String toolCallId, String json) implements Message {}
}
