package dev.carillon.bridge.playout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.List;

/// Speech that the engine made and the line has not been given yet: pieces of the messages it came
/// in, in order. Its entries are used again, so that taking a piece in allocates nothing.
final class SpeechQueue {
  private static final int AT_FIRST = 8;

  private Piece[] ring = pieces(AT_FIRST);
  private int head;
  private int size;
  private long bytes;

  boolean isEmpty() {
    return size == 0;
  }

  /// How much speech waits, in bytes.
  long bytes() {
    return bytes;
  }

  /// Adds a piece; the frame is retained until it was taken or dropped.
  void add(SpokenItem item, ByteBuf frame, int from, int length) {
    if (size == ring.length) {
      grow();
    }
    var piece = ring[(head + size) & (ring.length - 1)];
    piece.item = item;
    piece.frame = frame.retain();
    piece.from = from;
    piece.left = length;
    size++;
    bytes += bytesOf(length);
  }

  /// The piece at the front; there must be one.
  Piece first() {
    return ring[head];
  }

  /// Whether the piece at the front, if there is one, belongs to this item.
  boolean goesOnWith(SpokenItem item) {
    return size > 0 && ring[head].item == item;
  }

  /// So many characters of the first piece were passed on.
  void took(int chars) {
    var piece = ring[head];
    piece.from += chars;
    piece.left -= chars;
    bytes -= bytesOf(chars);
    if (piece.left == 0) {
      piece.forget();
      head = (head + 1) & (ring.length - 1);
      size--;
    }
  }

  /// Adds the items that wait and are not in `items` yet.
  void addItemsTo(List<SpokenItem> items) {
    for (int i = 0; i < size; i++) {
      var item = ring[(head + i) & (ring.length - 1)].item;
      if (!items.contains(item)) {
        items.add(item);
      }
    }
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      ring[(head + i) & (ring.length - 1)].forget();
    }
    size = 0;
    bytes = 0;
  }

  private void grow() {
    var larger = Arrays.copyOf(ring, ring.length * 2);
    for (int i = 0; i < size; i++) {
      larger[i] = ring[(head + i) & (ring.length - 1)];
    }
    for (int i = size; i < larger.length; i++) {
      larger[i] = new Piece();
    }
    ring = larger;
    head = 0;
  }

  private static long bytesOf(int chars) {
    return chars / 4 * 3L;
  }

  private static Piece[] pieces(int count) {
    var pieces = new Piece[count];
    Arrays.setAll(pieces, _ -> new Piece());
    return pieces;
  }

  /// A stretch of base64 in a message of the engine's.
  static final class Piece {
    private static final SpokenItem NONE = new SpokenItem("", "");

    private SpokenItem item = NONE;
    private ByteBuf frame = Unpooled.EMPTY_BUFFER;
    private int from;
    private int left;

    SpokenItem item() {
      return item;
    }

    ByteBuf frame() {
      return frame;
    }

    int from() {
      return from;
    }

    int left() {
      return left;
    }

    private void forget() {
      frame.release();
      frame = Unpooled.EMPTY_BUFFER;
      item = NONE;
    }
  }
}
