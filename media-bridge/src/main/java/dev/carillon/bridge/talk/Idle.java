package dev.carillon.bridge.talk;

import dev.carillon.bridge.playout.CallClock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Nobody says a word: asks twice whether the person is there, then gives up. It goes by the clock
/// and by words, not by the engine's voice detection alone, which a noisy line keeps busy for ever;
/// and it begins when the person has heard the agent out, not when the agent's speech was made.
final class Idle {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final long LONGEST_NOISE_NANOS = Duration.ofSeconds(20).toNanos();
  private static final int PROMPTS = 2;

  /// What comes of a silence.
  interface Listener {
    void askWhetherThere();

    void giveUp();

    /// Whether something is being said or done just now.
    boolean occupied();
  }

  private final CallClock clock;
  private final Listener listener;
  private CallClock.@Nullable Alarm alarm;
  private int asked;
  private boolean personTalks;
  private long personTalksSince;

  Idle(CallClock clock, Listener listener) {
    this.clock = clock;
    this.listener = listener;
  }

  /// The agent was heard out and nothing is under way.
  void silenceBegins() {
    arm(PATIENCE);
  }

  /// The agent speaks.
  void agentSpeaks() {
    cancel();
  }

  void personBegan() {
    personTalks = true;
    personTalksSince = clock.nanos();
  }

  void personStopped() {
    personTalks = false;
    if (alarm != null) {
      arm(PATIENCE);
    }
  }

  /// The person said something that was understood.
  void personWords() {
    asked = 0;
  }

  void cancel() {
    if (alarm != null) {
      alarm.cancel();
      alarm = null;
    }
  }

  private void arm(Duration delay) {
    cancel();
    alarm = clock.after(delay, this::due);
  }

  private void due() {
    alarm = null;
    boolean noise = clock.nanos() - personTalksSince > LONGEST_NOISE_NANOS;
    if (listener.occupied() || (personTalks && !noise)) {
      arm(AGAIN);
    } else if (asked < PROMPTS) {
      asked++;
      listener.askWhetherThere();
    } else {
      listener.giveUp();
    }
  }
}
