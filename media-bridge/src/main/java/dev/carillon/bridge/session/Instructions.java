package dev.carillon.bridge.session;

import dev.carillon.bridge.desk.DeskCalls;
import dev.carillon.bridge.desk.DeskFailure;
import dev.carillon.bridge.playout.CallClock;
import dev.carillon.bridge.talk.SessionState;
import dev.carillon.bridge.talk.Stage;
import dev.carillon.call.Instruction;
import dev.carillon.call.InstructionsAfter;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;

/// What the call's workflow wants of the conversation, asked for one after the other until the call
/// ends. A question waits at the workflow until there is something to answer.
final class Instructions {
  private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

  private final UUID callId;
  private final String token;
  private final CallClock clock;
  private final DeskCalls desk;
  private final Stage stage;
  private final Consumer<Instruction> follow;
  private final Runnable gone;

  /// @param gone told when there is no such call any more
  Instructions(
      UUID callId,
      String token,
      CallClock clock,
      DeskCalls desk,
      Stage stage,
      Consumer<Instruction> follow,
      Runnable gone) {
    this.callId = callId;
    this.token = token;
    this.clock = clock;
    this.desk = desk;
    this.stage = stage;
    this.follow = follow;
    this.gone = gone;
  }

  /// Asks for what comes after the first `seen`.
  void ask(int seen) {
    if (stage.is(SessionState.ENDING) || stage.is(SessionState.CLOSED)) {
      return;
    }
    desk.ask(
        at -> at.next(callId, token, new InstructionsAfter(seen)),
        instruction -> {
          follow.accept(instruction);
          ask(seen + 1);
        },
        kind -> failed(kind, seen));
  }

  private void failed(DeskFailure.Kind kind, int seen) {
    switch (kind) {
      case NOT_FOUND -> gone.run();
      case TIMED_OUT -> ask(seen);
      case UNAVAILABLE -> clock.after(ASK_AGAIN, () -> ask(seen));
    }
  }
}
