package dev.carillon.sandbox.people;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Talks and talks, until somebody ends the call; three minutes at most.
final class Rambler implements Person {
  private static final int MOST = 45;

  private @Nullable Phone phone;
  private boolean talking;
  private int said;

  @Override
  public void answered(Phone inHand) {
    phone = inHand;
  }

  @Override
  public void lineOpened() {
    if (phone != null) {
      phone.whenQuiet(Duration.ofSeconds(3), this::begin);
    }
  }

  @Override
  public void heard(Turn turn) {
    begin();
  }

  private void begin() {
    if (!talking) {
      talking = true;
      ramble();
    }
  }

  private void ramble() {
    Phone inHand = phone;
    if (inHand == null) {
      return;
    }
    if (said++ >= MOST) {
      inHand.hangUp();
      return;
    }
    Duration breath = Duration.ofMillis(500 + inHand.chance().nextInt(400));
    inHand.say(Lines.RAMBLE, () -> inHand.after(breath, this::ramble));
  }
}
