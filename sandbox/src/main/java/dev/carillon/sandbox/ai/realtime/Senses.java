package dev.carillon.sandbox.ai.realtime;

import dev.carillon.sandbox.speech.Understanding;

/// Hearing and speaking. Both methods block and are never called on a session's thread.
public interface Senses {
  /// What the person said in a stretch of mu-law audio.
  Understanding understand(byte[] muLaw);

  /// The text as mu-law audio.
  byte[] speak(String text);
}
