package dev.carillon.sandbox.ai.deepgram;

/// The connection under a session. None of its methods blocks; what cannot be sent any more is
/// dropped.
interface Wire {
  /// Sends one message as JSON text.
  void send(String text);

  /// Sends sound. The array is not kept.
  void send(byte[] sound);

  /// Closes in the regular way.
  void close(int code, String reason);

  /// Drops the connection without a word.
  void abort();
}
