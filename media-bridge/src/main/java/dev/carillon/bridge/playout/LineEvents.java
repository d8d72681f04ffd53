package dev.carillon.bridge.playout;

import io.netty.buffer.ByteBuf;

/// What the carrier's end reports, on the call's event loop.
public interface LineEvents {

  /// The stream has started.
  void started(String streamId, String providerCallId);

  /// A piece of what the person says: base64 mu-law inside `frame`, which stays the caller's.
  void media(ByteBuf frame, int from, int length);

  /// All frames read so far have been handed over.
  void mediaRead();

  /// A mark came back.
  void marked(String name);

  /// The person pressed a key of their phone: a digit, `*`, `#`, or `A` to `D`.
  void pressed(char key);

  /// The carrier ends the stream in order.
  void stopped();

  /// The socket is gone. Comes once, last.
  void lost();

  /// The carrier's side broke the protocol.
  ///
  /// @param closeCode what to close the socket with
  void broken(int closeCode);
}
