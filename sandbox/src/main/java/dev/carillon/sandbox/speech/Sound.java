package dev.carillon.sandbox.speech;

/// What an [Ear] notices. Times are milliseconds of the audio that it was given, not of a clock.
public sealed interface Sound {
  /// Somebody began to speak.
  record Began(long atMs) implements Sound {}

  /// They have finished; `audio` is what was said, mu-law with a little silence around it.
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
  record Ended(long beganMs, long endedMs, byte[] audio) implements Sound {}

  /// A machine's beep is over.
  record Beep(long atMs, int hertz, int lengthMs) implements Sound {}
}
