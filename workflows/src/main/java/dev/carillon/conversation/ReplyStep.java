package dev.carillon.conversation;

import dev.carillon.call.TextTurn;
import dev.carillon.call.ToolDesk;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import dev.carillon.policy.ActivityPolicies;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Answers one text: the model thinks, uses tools as often as it needs to, and says something.
final class ReplyStep {
  /// A model that goes round in circles is stopped.
  private static final int ROUNDS = 8;

  /// The model is away, or said nothing: the person is not left without an answer.
  private static final String LATER =
      "Thank you for your message. We will get back to you as soon as we can.";

  private final TextDesk desk = ActivityPolicies.BOOKS.stub(TextDesk.class);
  private final TextDesk model = ActivityPolicies.TEXT_MODEL.stub(TextDesk.class);
  private final ToolDesk tools = ActivityPolicies.IN_CALL.stub(ToolDesk.class);
  private final TextThread thread;

  ReplyStep(TextThread thread) {
    this.thread = thread;
  }

  void answer(UUID messageId) {
    var turn = new TextTurn(thread.tenantId(), thread.contactId(), messageId);
    var done = new ArrayList<TextDesk.Exchange>();
    for (var round = 0; round < ROUNDS; round++) {
      switch (think(turn, done)) {
        case TextThought.Says(String words) -> {
          desk.reply(new TextDesk.Reply(turn, words));
          return;
        }
        case TextThought.Uses(List<ToolUse> uses) ->
            done.add(
                new TextDesk.Exchange(uses, uses.stream().map(use -> run(turn, use)).toList()));
        case TextThought.Silence _ -> {
          return;
        }
      }
    }
    desk.reply(new TextDesk.Reply(turn, LATER));
  }

  private TextThought think(TextTurn turn, List<TextDesk.Exchange> done) {
    try {
      return model.think(new TextDesk.Order(turn, done)).thought();
    } catch (ActivityFailure away) {
      Workflow.getLogger(ReplyStep.class).warn("the model is away, a text gets a plain answer");
      return new TextThought.Says(LATER);
    }
  }

  private ToolResult run(TextTurn turn, ToolUse use) {
    try {
      return tools.run(ToolDesk.ToolOrder.byText(turn, use));
    } catch (ActivityFailure failed) {
      return ToolResult.notNow();
    }
  }
}
