package dev.carillon.sandbox.people;

import dev.carillon.sandbox.clock.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A phone on which speaking takes a second and quiet is what the clock says.
final class FakePhone implements Phone {
  final ManualClock clock = new ManualClock();
  final List<String> said = new ArrayList<>();
  boolean hungUp;
  boolean voice;
  private final SplittableRandom random = new SplittableRandom(1);
  private int quiet;

  /// Somebody speaks to the person and finishes.
  void hears(Person person, String text) {
    quiet++;
    Duration began = elapsed();
    person.voiceBegan();
    person.heard(new Turn(text, began, elapsed()));
    clock.advance(Duration.ofSeconds(2));
  }

  void pass(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  @Nullable String last() {
    return said.isEmpty() ? null : said.getLast();
  }

  @Override
  public void say(String text, Runnable then) {
    quiet++;
    said.add(text);
    after(Duration.ofSeconds(1), then);
  }

  @Override
  public void beep(Duration length, Runnable then) {
    said.add("beep");
    after(length, then);
  }

  @Override
  public void press(String digits) {
    said.add("keys " + digits);
  }

  @Override
  public void after(Duration delay, Runnable action) {
    var _ =
        clock.after(
            delay,
            () -> {
              if (!hungUp) {
                action.run();
              }
            });
  }

  @Override
  public void whenQuiet(Duration patience, Runnable action) {
    int since = ++quiet;
    after(
        patience,
        () -> {
          if (since == quiet) {
            action.run();
          }
        });
  }

  @Override
  public boolean hearsVoice() {
    return voice;
  }

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(clock.nanos());
  }

  @Override
  public RandomGenerator chance() {
    return random;
  }

  @Override
  public void hangUp() {
    hungUp = true;
  }
}
