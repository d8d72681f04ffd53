package dev.carillon.call;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import org.jspecify.annotations.Nullable;

/// Does what the tools of a conversation ask for. Scope comes from the call, never from the
/// arguments.
@ActivityInterface
public interface ToolDesk {

  /// Runs one tool. Repeating the same tool call id returns the first result. Unknown tools and bad
  /// arguments are results with `error`.
  @ActivityMethod(name = "ToolDesk_run")
  ToolResult run(ToolOrder order);

  /// A tool use within its call, or within a conversation by text.
  ///
  /// @param call null in a text conversation
  /// @param text the text that is being answered; null in a call
  record ToolOrder(@Nullable CallStart call, ToolUse use, @Nullable TextTurn text) {
    public ToolOrder {
      if ((call == null) == (text == null)) {
        throw new IllegalArgumentException("a tool is used in a call or for a text");
      }
    }

    public static ToolOrder inCall(CallStart call, ToolUse use) {
      return new ToolOrder(call, use, null);
    }

    public static ToolOrder byText(TextTurn text, ToolUse use) {
      return new ToolOrder(null, use, text);
    }
  }
}
