package dev.carillon.bridge.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.concurrent.ThreadLocalRandom;

/// Makes whole WebSocket text frames around a piece of text that came from somewhere else. The
/// frame is written in one pass into one pooled buffer; Netty's encoder would take an object per
/// frame and, towards a server, a second buffer to mask into.
public final class SplicedFrame {
  private static final int FINAL_TEXT = 0x81;
  private static final int MASKED = 0x80;
  private static final int SHORT_FOLLOWS = 126;
  private static final int LONG_FOLLOWS = 127;
  private static final int LARGEST_HEADER = 14;

  private final byte[] before;
  private final byte[] after;
  private final int maskBit;

  private SplicedFrame(byte[] before, byte[] after, int maskBit) {
    this.before = before.clone();
    this.after = after.clone();
    this.maskBit = maskBit;
  }

  /// Frames that a server receives: masked, as every client must.
  public static SplicedFrame towardsServer(byte[] before, byte[] after) {
    return new SplicedFrame(before, after, MASKED);
  }

  /// Frames that a client receives.
  public static SplicedFrame towardsClient(byte[] before, byte[] after) {
    return new SplicedFrame(before, after, 0);
  }

  /// The frame with `length` bytes of `text` in its middle. The text is copied; the frame is the
  /// caller's.
  public ByteBuf around(ByteBufAllocator allocator, ByteBuf text, int from, int length) {
    int payloadBytes = before.length + length + after.length;
    var frame = allocator.buffer(LARGEST_HEADER + payloadBytes);
    writeHeader(frame, payloadBytes);
    if (maskBit == 0) {
      frame.writeBytes(before).writeBytes(text, from, length).writeBytes(after);
      return frame;
    }
    // What a key has to be is unpredictable to whoever wrote the text, not secret for long.
    int key = ThreadLocalRandom.current().nextInt();
    frame.writeInt(key);
    int start = frame.writerIndex();
    frame.writeBytes(before).writeBytes(text, from, length).writeBytes(after);
    mask(frame, start, frame.writerIndex(), key);
    return frame;
  }

  private void writeHeader(ByteBuf frame, int payloadBytes) {
    frame.writeByte(FINAL_TEXT);
    if (payloadBytes < SHORT_FOLLOWS) {
      frame.writeByte(maskBit | payloadBytes);
    } else if (payloadBytes <= 0xFFFF) {
      frame.writeByte(maskBit | SHORT_FOLLOWS).writeShort(payloadBytes);
    } else {
      frame.writeByte(maskBit | LONG_FOLLOWS).writeLong(payloadBytes);
    }
  }

  private static void mask(ByteBuf frame, int start, int end, int key) {
    long twice = ((long) key << 32) | (key & 0xFFFF_FFFFL);
    int at = start;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      frame.setLong(at, frame.getLong(at) ^ twice);
    }
    for (int shift = 56; at < end; at++, shift -= 8) {
      frame.setByte(at, frame.getByte(at) ^ (int) (twice >>> shift));
    }
  }
}
