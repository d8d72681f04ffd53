package dev.carillon.sandbox.carrier.media;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Audio that waits to be played, in order, and the marks between it. Consumed by a clock, 160
/// bytes (20 ms of mu-law) at a time.
public final class PlayOutBuffer {
  static final byte SILENCE = (byte) 0xFF;
  private static final int BYTES_PER_MS = 8;

  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private final Deque<Mark> marks = new ArrayDeque<>();
  private int offset;
  private long played;
  private long end;

  /// Adds audio of any length.
  public void append(byte[] audio) {
    if (audio.length > 0) {
      chunks.addLast(audio);
      end += audio.length;
    }
  }

  /// Sets a mark behind all audio; false when nothing waits to be played before it, and it is
  /// reached now.
  public boolean mark(String name) {
    if (isEmpty()) {
      return false;
    }
    marks.addLast(new Mark(end, name));
    return true;
  }

  /// Whether nothing is left to play.
  public boolean isEmpty() {
    return played == end;
  }

  /// Fills the frame with the next audio, then with silence, and tells which marks are reached by
  /// that.
  public void take(byte[] frame, Consumer<String> reached) {
    int filled = 0;
    for (byte[] chunk = chunks.peekFirst();
        filled < frame.length && chunk != null;
        chunk = chunks.peekFirst()) {
      int length = Math.min(frame.length - filled, chunk.length - offset);
      System.arraycopy(chunk, offset, frame, filled, length);
      filled += length;
      offset += length;
      if (offset == chunk.length) {
        chunks.removeFirst();
        offset = 0;
      }
    }
    Arrays.fill(frame, filled, frame.length, SILENCE);
    played += filled;
    for (Mark mark = marks.peekFirst();
        mark != null && mark.position <= played;
        mark = marks.peekFirst()) {
      marks.removeFirst();
      reached.accept(mark.name);
    }
  }

  /// Drops all audio and returns all marks, in order.
  public Cleared clear() {
    List<String> names = new ArrayList<>();
    marks.forEach(mark -> names.add(mark.name));
    long dropped = (end - played) / BYTES_PER_MS;
    marks.clear();
    chunks.clear();
    offset = 0;
    played = end;
    return new Cleared(dropped, names);
  }

  /// What a clear threw away.
  public record Cleared(long droppedMs, List<String> marks) {
    public Cleared {
      marks = List.copyOf(marks);
    }
  }

  private record Mark(long position, String name) {}
}
