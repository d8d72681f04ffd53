package dev.carillon.sandbox.people;

/// Somebody who takes a call. Told what happens, they act through their phone; all on the world's
/// thread.
public interface Person {
  /// They take the call. Always the first event.
  void answered(Phone phone);

  /// The other side can be heard from now on.
  default void lineOpened() {}

  /// Somebody begins to speak to them.
  default void voiceBegan() {}

  /// Somebody has finished speaking to them.
  default void heard(Turn turn) {}
}
