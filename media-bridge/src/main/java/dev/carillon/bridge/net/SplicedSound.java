package dev.carillon.bridge.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// What the person's line sends, on its way to an engine that takes it as base64 in JSON: the text
/// goes between two constant pieces, undecoded. Until the engine takes it, it waits. An engine that
/// then reads too slowly misses what comes meanwhile: the line is read on, since the carrier would
/// only send late what is no longer said.
public final class SplicedSound {
  /// Twenty-five seconds: a call may be claimed and an engine set up meanwhile.
  private static final int MOST_WAITING = 1_250;

  private final SplicedFrame frames;
  private final Queue<ByteBuf> waiting = new ArrayDeque<>();
  private @Nullable Channel channel;
  private boolean closed;
  private long dropped;

  /// @param before of the JSON, up to the base64 text
  /// @param after of it
  public SplicedSound(byte[] before, byte[] after) {
    this.frames = SplicedFrame.towardsServer(before, after);
  }

  /// The engine takes sound from here on; what waited is sent first.
  public void to(Channel open) {
    channel = open;
    for (var frame = waiting.poll(); frame != null; frame = waiting.poll()) {
      open.write(frame, open.voidPromise());
    }
  }

  /// Passes on, or keeps, a frame of base64. It is copied; nothing is flushed.
  public void hear(ByteBuf base64, int from, int length) {
    var open = channel;
    if (closed) {
      return;
    }
    if (open != null && !open.isWritable()) {
      dropped++;
      return;
    }
    var frame = frames.around(base64.alloc(), base64, from, length);
    if (open != null) {
      open.write(frame, open.voidPromise());
      return;
    }
    waiting.add(frame);
    if (waiting.size() > MOST_WAITING) {
      dropped++;
      waiting.remove().release();
    }
  }

  /// Frames that were not passed on because the engine did not read fast enough.
  public long dropped() {
    return dropped;
  }

  /// Gives back what waits.
  public void close() {
    closed = true;
    waiting.forEach(ByteBuf::release);
    waiting.clear();
  }
}
