package dev.carillon.call;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/// Does what the tools of a conversation ask for. Scope comes from the call, never from the
/// arguments.
@ActivityInterface
public interface ToolDesk {

  /// Runs one tool. Repeating the same tool call id returns the first result. Unknown tools and bad
  /// arguments are results with `error`.
  @ActivityMethod(name = "ToolDesk_run")
  ToolResult run(ToolOrder order);

  /// A tool use within its call.
  record ToolOrder(CallStart call, ToolUse use) {}
}
