package dev.carillon.bridge.playout;

import io.netty.buffer.ByteBuf;

/// The carrier's end of a call: a play-out buffer that plays what it is given, in order. All
/// methods are called on the call's event loop; on a line that is gone they do nothing.
public interface PhoneLine {

  /// Whether the line takes more without piling it up.
  boolean writable();

  /// Plays base64 mu-law, 8 kHz. The text is copied; nothing is sent before [#flush].
  void play(ByteBuf base64, int from, int length);

  /// Asks to be told by [LineEvents#marked] when all that was given before has been played, or
  /// thrown away by [#clear]. The mark's name is [PlayMark]'s.
  void mark(int generation, long position);

  /// Throws away what has not been played.
  void clear();

  /// Sends what was written.
  void flush();

  /// Whether the socket is still open.
  boolean open();

  /// Closes the stream; the carrier goes on with what follows it.
  void close(int code);
}
