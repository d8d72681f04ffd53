package dev.carillon.sandbox.ai.realtime;

/// The connection under a session. None of its methods blocks.
public interface Wire {
  /// Sends one event as JSON text.
  void send(String text);

  /// Closes with a code, in the regular way.
  void close(int code);

  /// Drops the connection without a word.
  void abort();
}
