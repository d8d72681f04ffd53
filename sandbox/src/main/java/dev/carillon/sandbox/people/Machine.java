package dev.carillon.sandbox.people;

import java.time.Duration;

/// An answering machine: greeting, beep, and then it records until nobody has spoken for a while.
final class Machine implements Person {
  private static final Duration BEFORE_GREETING = Duration.ofMillis(800);
  private static final Duration BEFORE_BEEP = Duration.ofMillis(200);
  private static final Duration BEEP = Duration.ofMillis(400);
  private static final Duration SILENCE = Duration.ofSeconds(6);
  private static final Duration TAPE = Duration.ofMinutes(1);

  @Override
  public void answered(Phone phone) {
    phone.after(BEFORE_GREETING, () -> phone.say(Lines.GREETING, () -> afterGreeting(phone)));
  }

  private static void afterGreeting(Phone phone) {
    phone.after(
        BEFORE_BEEP,
        () ->
            phone.beep(
                BEEP,
                () -> {
                  phone.whenQuiet(SILENCE, phone::hangUp);
                  phone.after(TAPE, phone::hangUp);
                }));
  }
}
