package dev.carillon.bridge.talk;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.playout.CallClock;
import dev.carillon.call.StreamEnd.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Notices an engine that owes an answer and gives none. It is asked once more, then the person is
/// told, if the engine will at least do that, and the call ends.
final class EngineWatch {
  private static final Duration NUDGE = Duration.ofSeconds(3);
  private static final Duration TROUBLE = Duration.ofSeconds(5);
  private static final Duration APOLOGY = Duration.ofMillis(4_500);
  private static final Duration LAST_TRY = Duration.ofSeconds(2);
  private static final String SORRY =
      "Apologise in one short sentence for a technical problem and say goodbye.";

  private final Speaking speaking;
  private final CallClock clock;
  private final Goodbye goodbye;
  private final Goodbye.Ender ender;
  private CallClock.@Nullable Alarm alarm;
  private boolean failedBefore;

  EngineWatch(Speaking speaking, CallClock clock, Goodbye goodbye, Goodbye.Ender ender) {
    this.speaking = speaking;
    this.clock = clock;
    this.goodbye = goodbye;
    this.ender = ender;
  }

  /// An answer is owed from now on.
  void expect() {
    arm(NUDGE, this::nudge);
  }

  /// The engine does something.
  void satisfied() {
    if (alarm != null) {
      alarm.cancel();
      alarm = null;
    }
  }

  /// Speech has come; earlier trouble is forgotten.
  void spoke() {
    failedBefore = false;
    satisfied();
  }

  /// How a response ended that the conversation was to hear. The second failure in a row is final.
  void responseEnded(EngineEvents.Ending ending) {
    if (ending != EngineEvents.Ending.FAILED) {
      return;
    }
    if (failedBefore) {
      ender.hangUp(Reason.ENGINE_FAILED);
    } else {
      failedBefore = true;
      speaking.responses().want(Prompt.going(""));
      expect();
    }
  }

  private void nudge() {
    if (!speaking.responses().busy() && speaking.stage().is(SessionState.TALKING)) {
      speaking.responses().demand(Prompt.going(""));
    }
    arm(TROUBLE, this::trouble);
  }

  private void trouble() {
    if (!speaking.stage().is(SessionState.TALKING)) {
      ender.hangUp(Reason.ENGINE_FAILED);
      return;
    }
    if (speaking.responses().busy()) {
      // Its end may never come either: the apology does not wait for it.
      speaking.engine().stopResponding();
      speaking.responses().lost();
    }
    goodbye.say(Reason.ENGINE_FAILED, SORRY, true, APOLOGY);
    arm(LAST_TRY, () -> ender.hangUp(Reason.ENGINE_FAILED));
  }

  private void arm(Duration delay, Runnable then) {
    satisfied();
    alarm =
        clock.after(
            delay,
            () -> {
              alarm = null;
              then.run();
            });
  }
}
