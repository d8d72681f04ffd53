package dev.carillon.sandbox.people;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Somebody who hangs up: at once, or in the middle of a sentence, be it the caller's or their own.
final class Leaver implements Person {
  private final boolean midSentence;
  private @Nullable Phone phone;
  private boolean leaving;

  Leaver(boolean midSentence) {
    this.midSentence = midSentence;
  }

  @Override
  public void answered(Phone inHand) {
    phone = inHand;
    if (!midSentence) {
      inHand.after(Duration.ofMillis(200 + inHand.chance().nextInt(300)), inHand::hangUp);
    } else {
      inHand.after(Duration.ofSeconds(20), inHand::hangUp);
    }
  }

  @Override
  public void voiceBegan() {
    if (phone == null || leaving || !midSentence || phone.chance().nextBoolean()) {
      return;
    }
    leaving = true;
    phone.after(Duration.ofMillis(800 + phone.chance().nextInt(700)), phone::hangUp);
  }

  @Override
  public void heard(Turn turn) {
    if (phone == null || leaving || !midSentence) {
      return;
    }
    leaving = true;
    phone.say(Lines.CHAT.getFirst(), phone::hangUp);
    phone.after(Duration.ofMillis(600 + phone.chance().nextInt(300)), phone::hangUp);
  }
}
