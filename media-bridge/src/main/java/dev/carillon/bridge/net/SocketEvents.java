package dev.carillon.bridge.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;

/// What becomes of a connection, on its event loop.
public interface SocketEvents {

  /// The connection is up.
  void connected(Channel channel);

  /// A text message; the buffer is the caller's.
  void text(ByteBuf message);

  /// A binary message; the buffer is the caller's.
  default void binary(ByteBuf message) {}

  /// Whether it is no longer wanted: nothing more is told then.
  boolean closed();

  /// It is lost: refused, died, closed. Comes once.
  ///
  /// @param code short and technical, such as `http_503` or `closed_1011`
  void lost(String code);
}
