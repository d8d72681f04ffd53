package dev.carillon.bridge.chain;

import dev.carillon.bridge.engine.VoiceEngine;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/// The last seconds of what the person's line sent, for an engine that takes over in the middle of
/// a sentence. One block of memory, reused: nothing is allocated per frame.
final class RecentSound {
  /// 4.5 s in frames of 20 ms; recognisers take no more at once.
  static final int FRAMES = 225;

  /// Base64 of 160 bytes.
  private static final int FRAME_CHARS = 216;

  private final byte[] memory = new byte[FRAMES * FRAME_CHARS];
  private final int[] lengths = new int[FRAMES];
  private long heard;

  /// Keeps a frame; one longer than 20 ms is not kept.
  void hear(ByteBuf base64, int from, int length) {
    if (length <= FRAME_CHARS) {
      int slot = (int) (heard % FRAMES);
      base64.getBytes(from, memory, slot * FRAME_CHARS, length);
      lengths[slot] = length;
      heard++;
    }
  }

  /// Lets `engine` hear the last `frames` frames.
  void replay(VoiceEngine engine, long frames) {
    long first = Math.max(0, heard - Math.min(frames, FRAMES));
    var all = Unpooled.wrappedBuffer(memory);
    for (long frame = first; frame < heard; frame++) {
      int slot = (int) (frame % FRAMES);
      engine.hear(all, slot * FRAME_CHARS, lengths[slot]);
    }
    engine.flush();
  }
}
