package dev.carillon.sandbox.people;

import java.time.Duration;

/// Takes the call, never says a word, and gives up after half a minute.
final class Silent implements Person {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public void answered(Phone phone) {
    phone.after(PATIENCE, phone::hangUp);
  }
}
