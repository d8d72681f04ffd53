package dev.carillon.bridge.talk;

import dev.carillon.bridge.engine.Prompt;
import dev.carillon.call.Instruction;

/// What somebody of the business says through the agent. It waits for its turn like everything the
/// agent wants to say, and the transcript tells where it came from.
public final class OperatorWords {
  private OperatorWords() {}

  /// Says it, if the agent is free to talk with the person.
  public static void say(Instruction.Say order, Speaking speaking) {
    if (!speaking.stage().is(SessionState.TALKING)) {
      return;
    }
    speaking.transcript().toolUsed("operator_says: done");
    speaking.responses().want(prompt(order));
  }

  private static Prompt prompt(Instruction.Say order) {
    return order.exact()
        ? Prompt.exactly("Say exactly this, word for word: ", order.text())
        : Prompt.going("The business you speak for tells you: " + order.text() + " Act on it now.");
  }
}
