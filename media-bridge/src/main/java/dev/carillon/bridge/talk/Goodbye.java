package dev.carillon.bridge.talk;

import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.playout.CallClock;
import dev.carillon.call.StreamEnd.Reason;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Ends a call in good manners: what is being said is heard to its last syllable, then the line is
/// hung up.
public final class Goodbye {
  private static final Prompt SHORT = Prompt.saying("Say one short, friendly goodbye.");
  private static final Duration LONGEST = Duration.ofSeconds(12);
  private static final Duration LAST_WORDS = Duration.ofSeconds(8);
  private static final Duration GRACE = Duration.ofMillis(1_500);
  private static final Pattern PARTING =
      Pattern.compile(
          "\\b(good)?bye\\b|\\bbye-bye\\b|\\bsee you\\b|\\btake care\\b", Pattern.CASE_INSENSITIVE);

  /// Hangs up.
  public interface Ender {
    void hangUp(Reason reason);
  }

  private final Speaking speaking;
  private final CallClock clock;
  private final Ender ender;
  private Reason reason = Reason.AGENT_ENDED;
  private boolean firm;
  private boolean partingHeard;
  private String toolCallId = "";
  private CallClock.@Nullable Alarm limit;
  private CallClock.@Nullable Alarm grace;

  public Goodbye(Speaking speaking, CallClock clock, Ender ender) {
    this.speaking = speaking;
    this.clock = clock;
    this.ender = ender;
  }

  /// The agent wants to end the call; what it says in the same breath is heard first.
  public void agentEnds(String endCallId) {
    toolCallId = endCallId;
    begin(Reason.AGENT_ENDED, false);
  }

  /// The response in which the agent wanted to end the call is over. If it said nothing, a goodbye
  /// is asked for.
  public void responseOver(boolean spoke) {
    if (toolCallId.isEmpty() || !speaking.stage().is(SessionState.SAYING_GOODBYE)) {
      return;
    }
    if (!spoke) {
      speaking.engine().toolAnswered(toolCallId, "{\"ended\":true}");
      speaking.responses().want(SHORT);
    }
    toolCallId = "";
  }

  /// The longest a call may take is over.
  void timeIsUp() {
    say(
        Reason.TIME_LIMIT,
        "The time for this call is over. Say one short sentence of thanks and goodbye.",
        true,
        LAST_WORDS);
  }

  /// The person has been silent for too long.
  void nobodyAnswers() {
    say(Reason.SILENCE, "Nobody answers. Say one short goodbye.", false, LAST_WORDS);
  }

  /// Ends the call with these words, whatever is being said.
  ///
  /// @param unstoppable the person cannot prolong the call by speaking
  /// @param within how long the words may take altogether
  public void say(Reason why, String instructions, boolean unstoppable, Duration within) {
    if (!begin(why, unstoppable)) {
      return;
    }
    arm(within);
    if (unstoppable) {
      speaking.engine().holdTurns(true);
      speaking.silence();
      speaking.responses().demand(Prompt.saying(instructions));
    } else {
      speaking.responses().want(Prompt.saying(instructions));
    }
  }

  /// Nothing more will be said: what is on its way is heard, then the call ends.
  public void lastWords(Reason why) {
    if (!begin(why, true) && speaking.stage().live()) {
      reason = why;
      firm = true;
      arm(LONGEST);
    }
  }

  /// The person spoke; true when the goodbye is off.
  public boolean interrupted() {
    cancelGrace();
    if (firm || !speaking.stage().on(SessionStates.Event.INTERRUPTED)) {
      return false;
    }
    off();
    return true;
  }

  /// The person's words; a parting ends the call once the agent has answered it.
  public void personWords(String text) {
    partingHeard = PARTING.matcher(text).find();
    if (partingHeard && speaking.playout().quiet() && !speaking.responses().busy()) {
      waitALittle();
    }
  }

  /// The agent was heard out and nothing is under way; true when the call ends by this.
  public boolean quiet() {
    if (speaking.stage().is(SessionState.SAYING_GOODBYE)) {
      if (speaking.responses().pending()) {
        return false;
      }
      off();
      ender.hangUp(reason);
      return true;
    }
    if (partingHeard) {
      waitALittle();
    }
    return false;
  }

  /// The call goes on, or ends for another reason.
  public void off() {
    toolCallId = "";
    cancelGrace();
    if (limit != null) {
      limit.cancel();
      limit = null;
    }
  }

  private boolean begin(Reason why, boolean unstoppable) {
    if (!speaking.stage().on(SessionStates.Event.FAREWELL)) {
      return false;
    }
    reason = why;
    firm = unstoppable;
    arm(LONGEST);
    return true;
  }

  private void arm(Duration within) {
    if (limit != null) {
      limit.cancel();
    }
    limit =
        clock.after(
            within,
            () -> {
              if (speaking.stage().is(SessionState.SAYING_GOODBYE)) {
                ender.hangUp(reason);
              }
            });
  }

  private void waitALittle() {
    cancelGrace();
    grace =
        clock.after(
            GRACE,
            () -> {
              if (speaking.stage().is(SessionState.TALKING)
                  && speaking.playout().quiet()
                  && !speaking.responses().busy()) {
                ender.hangUp(Reason.AGENT_ENDED);
              }
            });
  }

  private void cancelGrace() {
    if (grace != null) {
      grace.cancel();
      grace = null;
    }
  }
}
