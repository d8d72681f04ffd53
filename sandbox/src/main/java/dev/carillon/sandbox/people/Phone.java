package dev.carillon.sandbox.people;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// What a person can do with a phone in hand. Nothing here blocks; what is asked for later does not
/// happen once the call is over.
public interface Phone {
  /// Speaks, and then does `then`. Speaking again before the end breaks off what was being said.
  void say(String text, Runnable then);

  /// Sounds a machine's beep, and then does `then`.
  void beep(Duration length, Runnable then);

  /// Presses keys.
  void press(String digits);

  /// Does something later, whatever is said meanwhile.
  void after(Duration delay, Runnable action);

  /// Does something once nobody on the line has made a sound for `patience`. Replaces what was
  /// waited for before.
  void whenQuiet(Duration patience, Runnable action);

  /// Whether somebody speaks to the person just now.
  boolean hearsVoice();

  /// Time since the call was answered.
  Duration elapsed();

  /// This person's own chance in this call.
  RandomGenerator chance();

  /// Hangs up.
  void hangUp();
}
