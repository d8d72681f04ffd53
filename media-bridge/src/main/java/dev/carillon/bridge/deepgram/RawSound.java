package dev.carillon.bridge.deepgram;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// What the person's line sends, on its way to a recogniser, raw. Until the connection is up it
/// waits; what the provider does not read fast enough is dropped.
final class RawSound {
  /// Four and a half seconds: the provider takes no more than that faster than it is spoken.
  private static final int MOST_WAITING = 225;

  private final Queue<ByteBuf> waiting = new ArrayDeque<>();
  private @Nullable Channel channel;
  private boolean closed;

  /// The connection is up; what waited is sent first.
  void to(Channel opened) {
    channel = opened;
    for (var sound = waiting.poll(); sound != null; sound = waiting.poll()) {
      opened.write(new BinaryWebSocketFrame(sound), opened.voidPromise());
    }
    opened.flush();
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

  /// Gives back what waits.
  void close() {
    closed = true;
    waiting.forEach(ByteBuf::release);
    waiting.clear();
  }
}
