package dev.carillon.sandbox.ai.deepgram;

/// One connection, on the clock's thread.
interface Session {
  /// The connection is open.
  void opened();

  /// A text message of the client.
  void take(String text);

  /// A binary message of the client.
  void take(byte[] sound);

  /// The connection is gone.
  void closed(int code);
}
