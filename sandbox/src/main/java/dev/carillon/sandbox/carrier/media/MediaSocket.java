package dev.carillon.sandbox.carrier.media;

/// An open WebSocket to the customer, used on the world's thread.
interface MediaSocket {
  /// Sends one text frame.
  void send(String text);

  /// Says goodbye with this code and closes.
  void close(int code);

  /// Closes with a TCP reset and no goodbye.
  void reset();

  /// Stops reading and never closes: the other side looks alive and is not.
  void freeze();

  /// What comes from the socket, on the world's thread.
  interface Listener {
    void opened(MediaSocket socket);

    /// The customer did not take the connection; `status` is HTTP's, 0 when there was no answer.
    void refused(int status, String why);

    void text(String text);

    void binary();

    /// A frame that breaks the WebSocket protocol; the socket is closed after it.
    void malformed(String why);

    /// The customer's side is gone; 1006 when it said nothing. Comes once, and not after
    /// [MediaSocket#close].
    void closed(int code);
  }
}
