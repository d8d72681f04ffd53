package dev.carillon.bridge.deepgram;

import dev.carillon.bridge.net.Closing;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// The way to a recogniser: the person's line, raw, and words of our own. Until the connection is
/// up sound waits; what the provider does not read fast enough is dropped.
final class Uplink {
  /// Four and a half seconds: the provider takes no more than that faster than it is spoken.
  private static final int MOST_WAITING = 225;

  private final Queue<ByteBuf> waiting = new ArrayDeque<>();
  private @Nullable Channel channel;
  private boolean closed;

  /// The connection is up; what waited is sent first.
  ///
  /// @return false when it comes too late: it is closed again
  boolean to(Channel opened) {
    if (closed) {
      opened.close();
      return false;
    }
    channel = opened;
    for (var sound = waiting.poll(); sound != null; sound = waiting.poll()) {
      opened.write(new BinaryWebSocketFrame(sound), opened.voidPromise());
    }
    opened.flush();
    return true;
  }

  void hear(byte[] mulaw, int length) {
    var open = channel;
    if (closed || (open != null && !open.isWritable())) {
      return;
    }
    if (open != null) {
      var sound = open.alloc().buffer(length).writeBytes(mulaw, 0, length);
      open.write(new BinaryWebSocketFrame(sound), open.voidPromise());
      return;
    }
    waiting.add(ByteBufAllocator.DEFAULT.buffer(length).writeBytes(mulaw, 0, length));
    if (waiting.size() > MOST_WAITING) {
      waiting.remove().release();
    }
  }

  void flush() {
    if (channel != null) {
      channel.flush();
    }
  }

  /// Says something, if there is a connection.
  void say(String message) {
    if (channel != null && !closed) {
      channel.writeAndFlush(new TextWebSocketFrame(message), channel.voidPromise());
    }
  }

  boolean closed() {
    return closed;
  }

  /// Takes leave, and gives back what waits.
  void close() {
    say("{\"type\":\"CloseStream\"}");
    closed = true;
    Closing.soon(channel);
    waiting.forEach(ByteBuf::release);
    waiting.clear();
  }
}
