package dev.carillon.conversation;

import dev.carillon.call.Acknowledged;
import dev.carillon.call.TextTurn;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.List;

/// The business's side of a conversation by text.
@ActivityInterface
public interface TextDesk {

  /// Asks the model what to do about a text, with all that is known of the person and what its
  /// tools have answered so far. Without a model it is a plain answer. May be repeated.
  @ActivityMethod(name = "TextDesk_think")
  Thinking think(Order order);

  /// Sends the one answer to a text; repeating it sends nothing more.
  @ActivityMethod(name = "TextDesk_reply")
  Acknowledged reply(Reply reply);

  /// See [TextDesk#think].
  record Order(TextTurn turn, List<Exchange> done) {
    public Order {
      done = List.copyOf(done);
    }
  }

  /// Tools that the model used at once, and what each answered, in the same order.
  record Exchange(List<ToolUse> uses, List<ToolResult> results) {
    public Exchange {
      uses = List.copyOf(uses);
      results = List.copyOf(results);
      if (uses.size() != results.size()) {
        throw new IllegalArgumentException("each tool use has one result");
      }
    }
  }

  /// See [TextDesk#think].
  record Thinking(TextThought thought) {}

  /// See [TextDesk#reply].
  record Reply(TextTurn turn, String words) {}
}
