package dev.carillon.bridge.talk;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.playout.CallClock;
import dev.carillon.bridge.playout.SpokenItem;
import dev.carillon.call.StreamEnd.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A machine on the line. Two signals tell of it: the carrier's verdict, which is believed, and the
/// words of its greeting, which are only a suspicion, since people speak of messages too. The
/// message counts as left when it was played to its end, and is begun anew at most once.
public final class Voicemail {
  private static final Duration QUIET = Duration.ofMillis(1_500);
  private static final long SUSPICIOUS_NANOS = Duration.ofSeconds(40).toNanos();
  private static final Pattern MACHINE_WORDS =
      Pattern.compile(
          "\\bvoice ?mail|answering machine|leave (a|your|me a|us a) (short |brief )?message"
              + "|(after|at) the (beep|tone)|record your message",
          Pattern.CASE_INSENSITIVE);

  private final Speaking speaking;
  private final CallClock clock;
  private final Goodbye goodbye;
  private final Goodbye.Ender ender;
  private final Runnable owed;
  private final Prompt message;
  private final long begun;
  private boolean verdict;
  private boolean human;
  private boolean conversed;
  private boolean suspected;
  private boolean left;
  private boolean retried;
  private boolean generated;
  private String response = "";
  private String answer = "";
  private boolean answerCompleted;
  private String answerText = "";
  private CallClock.@Nullable Alarm quiet;

  /// @param owed told when the engine owes the message
  public Voicemail(
      Speaking speaking,
      CallClock clock,
      Goodbye goodbye,
      Goodbye.Ender ender,
      Runnable owed,
      String text) {
    this.speaking = speaking;
    this.clock = clock;
    this.goodbye = goodbye;
    this.ender = ender;
    this.owed = owed;
    this.message =
        Prompt.exactly(
            "Voicemail has answered and is recording now. Say exactly the following message, word"
                + " for word and to its end, then stop.\n",
            text);
    this.begun = clock.nanos();
  }

  /// The carrier says that a machine answered and its greeting is over.
  public void carrierSaysMachine() {
    if (verdict || left) {
      return;
    }
    verdict = true;
    speaking.journal().event("machine_recognised", Map.of("by", "carrier"));
    leaveMessage();
  }

  /// The engine is ready; true when the first thing to say is the message, since the verdict was
  /// faster.
  public boolean begins() {
    if (verdict) {
      leaveMessage();
    }
    return verdict;
  }

  /// The carrier says that a human answered.
  public void carrierSaysHuman() {
    human = true;
  }

  /// The person's words.
  public void words(String text) {
    if (!MACHINE_WORDS.matcher(text).find()) {
      conversed = true;
      if (human && suspected && !verdict) {
        suspected = false;
        cancelQuiet();
      }
      return;
    }
    boolean early = clock.nanos() - begun < SUSPICIOUS_NANOS;
    if (!verdict && !suspected && early && !(human && conversed)) {
      suspected = true;
      speaking.journal().event("machine_recognised", Map.of("by", "words"));
      if (speaking.playout().quiet() && !speaking.responses().busy()) {
        quiet();
      }
    }
  }

  /// Somebody speaks on the line.
  public void personBegan() {
    cancelQuiet();
  }

  /// A turn was taken: the response that begins next is the answer to it.
  public void turnTaken() {
    answer = "";
    answerCompleted = false;
    answerText = "";
  }

  /// A response has begun; false when it is one that must not be heard now.
  public boolean responseBegan(String responseId, boolean askedFor) {
    cancelQuiet();
    if (speaking.stage().is(SessionState.LEAVING_MESSAGE)) {
      if (!askedFor) {
        return false;
      }
      response = responseId;
    } else if (answer.isEmpty()) {
      answer = responseId;
    }
    return true;
  }

  /// An item was heard to its end.
  public void heard(SpokenItem item) {
    if (item.responseId().equals(answer)) {
      answerText = item.text();
    }
  }

  public void responseEnded(String responseId, EngineEvents.Ending ending) {
    boolean completed = ending == EngineEvents.Ending.COMPLETED;
    if (responseId.equals(answer)) {
      answerCompleted = completed;
    }
    if (!responseId.equals(response)) {
      return;
    }
    response = "";
    if (completed) {
      generated = true;
    } else if (!retried) {
      retried = true;
      speaking.responses().demand(message);
    } else {
      ender.hangUp(Reason.ENGINE_FAILED);
    }
  }

  /// Everything said was heard and nothing is under way; true when this is the voicemail's affair.
  public boolean quiet() {
    if (speaking.stage().is(SessionState.LEAVING_MESSAGE)) {
      if (generated) {
        messageLeft();
      }
      return true;
    }
    if (!suspected || verdict) {
      return false;
    }
    if (answerCompleted && !answerText.isEmpty() && !answerText.contains("?")) {
      messageLeft();
    } else {
      cancelQuiet();
      quiet = clock.after(QUIET, this::leaveMessage);
    }
    return true;
  }

  /// Another engine has taken over; true when it has to say the message.
  public boolean begunAnew() {
    if (!speaking.stage().is(SessionState.LEAVING_MESSAGE)) {
      return false;
    }
    if (!generated) {
      speaking.engine().holdTurns(true);
      response = "";
      speaking.responses().demand(message);
      owed.run();
    }
    return true;
  }

  /// Whether a machine is on the line, as far as is known.
  public boolean machine() {
    return verdict || suspected;
  }

  /// Whether the message was played to its end.
  public boolean left() {
    return left;
  }

  public void stop() {
    cancelQuiet();
  }

  private void leaveMessage() {
    if (!speaking.stage().on(SessionStates.Event.MACHINE)) {
      return;
    }
    goodbye.off();
    cancelQuiet();
    generated = false;
    response = "";
    speaking.engine().holdTurns(true);
    speaking.silence();
    speaking.responses().demand(message);
    owed.run();
  }

  private void messageLeft() {
    left = true;
    cancelQuiet();
    ender.hangUp(Reason.MESSAGE_LEFT);
  }

  private void cancelQuiet() {
    if (quiet != null) {
      quiet.cancel();
      quiet = null;
    }
  }
}
