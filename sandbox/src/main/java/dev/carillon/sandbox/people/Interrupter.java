package dev.carillon.sandbox.people;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Talks over the caller's first sentence, asks who it is, and then goes on as the talker they are.
final class Interrupter implements Person {
  private final Talker talker;
  private @Nullable Phone phone;
  private @Nullable Duration interruptedAt;
  private boolean waiting;

  Interrupter(Talker talker) {
    this.talker = talker;
  }

  @Override
  public void answered(Phone inHand) {
    phone = inHand;
    talker.answered(inHand);
  }

  @Override
  public void lineOpened() {
    talker.lineOpened();
  }

  @Override
  public void voiceBegan() {
    if (waiting || interruptedAt != null || phone == null) {
      return;
    }
    waiting = true;
    phone.after(Duration.ofMillis(700 + phone.chance().nextInt(400)), this::interrupt);
  }

  @Override
  public void heard(Turn turn) {
    if (interruptedAt != null && turn.began().compareTo(interruptedAt) < 0) {
      return; // the rest of the sentence they talked over
    }
    talker.heard(turn);
  }

  private void interrupt() {
    waiting = false;
    if (phone == null || !phone.hearsVoice()) {
      return;
    }
    Phone inHand = phone;
    interruptedAt = inHand.elapsed();
    inHand.say(
        Lines.WHO_IS_THIS, () -> inHand.whenQuiet(Duration.ofSeconds(6), talker::lineOpened));
  }
}
