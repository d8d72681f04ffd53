package dev.carillon.bridge.playout;

import dev.carillon.bridge.json.Base64Text;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the agent says on its way to the phone, and the clock of what has been played.
///
/// The engine makes speech faster than it is spoken. No more than [#LEAD_BYTES] of it is ahead of
/// the playback, so that an interruption has little to undo; the rest waits here. The position is
/// computed from the clock and from marks that the carrier returns when it has played up to them
/// ([PlayClock]). Marks carry a generation: after a clear the carrier returns all of them at once,
/// which proves nothing.
public final class Playout {
  /// 600 ms: a pause of this process, or a slow network, must not be heard as a gap.
  public static final int LEAD_BYTES = 4_800;

  /// 640 characters are 480 bytes, 60 ms: the smallest piece that is whole frames and unpadded.
  private static final int PIECE_CHARS = 640;

  private static final int PIECE_BYTES = 480;

  /// 120 ms: an engine whose first piece is shorter is given [#CUSHION_WAIT] to send the next one,
  /// or the line could run dry in the middle of the first word.
  private static final int CUSHION_BYTES = 960;

  private static final Duration CUSHION_WAIT = Duration.ofMillis(40);
  private static final int MARK_BYTES = 1_600;
  private static final Duration STEP = Duration.ofMillis(60);
  private static final long GRACE_MS = 2_000;

  /// Told what becomes of what is said.
  public interface Listener {
    /// The first sound of an item goes on the line.
    void begins(SpokenItem item);

    /// An item was played to its end.
    void heard(SpokenItem item);

    /// Nothing is left to play.
    void playedOut();
  }

  /// What a clear did: the items that were on the line or waiting, with the position of that
  /// moment.
  public record Cut(long position, List<SpokenItem> items) {}

  private final PhoneLine line;
  private final CallClock clock;
  private final PlayClock played;
  private final Listener listener;
  private final Deque<Piece> waiting = new ArrayDeque<>();
  private final Deque<SpokenItem> onTheLine = new ArrayDeque<>();
  private long waitingBytes;
  private long sent;
  private long marked;
  private long acked;
  private int generation;
  private int underruns;
  private CallClock.@Nullable Alarm cushion;
  private CallClock.@Nullable Alarm step;
  private CallClock.@Nullable Alarm overdue;

  public Playout(PhoneLine line, CallClock clock, Listener listener) {
    this.line = line;
    this.clock = clock;
    this.listener = listener;
    this.played = new PlayClock(clock);
  }

  /// Takes a piece of speech; the frame is retained until it was sent or dropped.
  public void offer(SpokenItem item, ByteBuf frame, int from, int length) {
    item.made(Base64Text.decodedLength(frame, from, length));
    waiting.add(new Piece(item, frame.retain(), from, length));
    waitingBytes += length / 4 * 3L;
    if (silent() && waitingBytes < CUSHION_BYTES) {
      awaitCushion();
    } else {
      pump();
    }
  }

  /// No more of this item will come.
  public void finish(SpokenItem item) {
    if (!item.whole()) {
      item.markWhole();
      if (cushion != null) {
        pump();
      }
      if (!item.onTheLine() || item.settled()) {
        return;
      }
      markEnd();
      line.flush();
      if (waiting.isEmpty()) {
        watchForEnd();
        if (acked >= sent) {
          settleUpTo(acked);
        }
      }
    }
  }

  /// How many bytes have been played since the call began.
  public long position() {
    return played.position(sent);
  }

  /// Whether there is nothing that the person has not heard.
  public boolean quiet() {
    // The last mark outranks our clock: a carrier whose clock is a little ahead has played all.
    return waiting.isEmpty() && onTheLine.isEmpty() && (acked >= sent || position() >= sent);
  }

  /// How often the line ran dry in the middle of something.
  public int underruns() {
    return underruns;
  }

  /// How much speech waits behind the lead, in bytes.
  public long waitingBytes() {
    return waitingBytes;
  }

  /// Throws away what was not played and says where the playback stood.
  public Cut clear() {
    long position = position();
    var items = new ArrayList<>(onTheLine);
    for (var piece : waiting) {
      if (!items.contains(piece.item)) {
        items.add(piece.item);
      }
      piece.frame.release();
    }
    waiting.clear();
    waitingBytes = 0;
    onTheLine.clear();
    if (sent > position) {
      line.clear();
      line.flush();
    }
    generation++;
    sent = position;
    marked = position;
    acked = position;
    played.begin(position);
    cancelAlarms();
    return new Cut(position, items);
  }

  /// A mark came back.
  public void mark(String name) {
    int colon = name.indexOf(':');
    if (colon < 2 || !name.substring(1, colon).equals(Integer.toString(generation))) {
      return;
    }
    long reached;
    try {
      reached = Long.parseLong(name.substring(colon + 1));
    } catch (NumberFormatException _) {
      return;
    }
    if (reached <= sent) {
      acked = reached;
      played.reached(reached);
      settleUpTo(reached);
      pump();
    }
  }

  /// The call is over: gives back what is held.
  public void release() {
    waiting.forEach(piece -> piece.frame.release());
    waiting.clear();
    waitingBytes = 0;
    cancelAlarms();
  }

  private boolean silent() {
    return played.atMost(sent) >= sent;
  }

  private void awaitCushion() {
    if (cushion == null) {
      cushion = clock.after(CUSHION_WAIT, this::pump);
    }
  }

  private void pump() {
    if (cushion != null) {
      cushion.cancel();
      cushion = null;
    }
    boolean wrote = false;
    while (!waiting.isEmpty()
        && line.writable()
        && sent + PIECE_BYTES - played.atMost(sent) <= LEAD_BYTES) {
      sendNext(waiting.element());
      wrote = true;
    }
    if (wrote) {
      line.flush();
    }
    if (!waiting.isEmpty() && step == null) {
      step =
          clock.after(
              STEP,
              () -> {
                step = null;
                pump();
              });
    } else if (wrote && waiting.isEmpty()) {
      watchForEnd();
    }
  }

  private void sendNext(Piece piece) {
    if (silent()) {
      if (piece.item.onTheLine()) {
        underruns++;
      }
      // Silence so far, or the engine was late: the playback begins anew with this piece.
      played.begin(sent);
    }
    var item = piece.item;
    if (!item.onTheLine()) {
      onTheLine.add(item);
      listener.begins(item);
    }
    int chars = Math.min(PIECE_CHARS, piece.left);
    int bytes = Base64Text.decodedLength(piece.frame, piece.from, chars);
    line.play(piece.frame, piece.from, chars);
    item.sent(sent, bytes);
    sent += bytes;
    waitingBytes -= chars / 4 * 3L;
    piece.from += chars;
    piece.left -= chars;
    if (piece.left == 0) {
      waiting.remove();
      piece.frame.release();
    }
    boolean itemOver = item.whole() && (waiting.isEmpty() || waiting.element().item != item);
    if (sent - marked >= MARK_BYTES || itemOver) {
      markEnd();
    }
  }

  private void markEnd() {
    if (marked < sent) {
      marked = sent;
      line.mark("g" + generation + ":" + sent);
    }
  }

  private void settleUpTo(long reached) {
    while (!onTheLine.isEmpty()) {
      var item = onTheLine.element();
      boolean sentWhole = waiting.isEmpty() || waiting.element().item != item;
      if (!item.whole() || !sentWhole || item.end() > reached) {
        return;
      }
      onTheLine.remove();
      listener.heard(item);
    }
    if (waiting.isEmpty() && reached >= sent) {
      if (overdue != null) {
        overdue.cancel();
        overdue = null;
      }
      listener.playedOut();
    }
  }

  /// Should the last mark never come back, the clock alone decides a little later.
  private void watchForEnd() {
    if (overdue != null) {
      overdue.cancel();
    }
    int of = generation;
    long left = Math.max(0, sent - position()) / SpokenItem.BYTES_PER_MS;
    overdue =
        clock.after(
            Duration.ofMillis(left + GRACE_MS),
            () -> {
              overdue = null;
              if (of == generation && waiting.isEmpty()) {
                acked = sent;
                settleUpTo(sent);
              }
            });
  }

  private void cancelAlarms() {
    if (cushion != null) {
      cushion.cancel();
      cushion = null;
    }
    if (step != null) {
      step.cancel();
      step = null;
    }
    if (overdue != null) {
      overdue.cancel();
      overdue = null;
    }
  }

  private static final class Piece {
    final SpokenItem item;
    final ByteBuf frame;
    int from;
    int left;

    Piece(SpokenItem item, ByteBuf frame, int from, int length) {
      this.item = item;
      this.frame = frame;
      this.from = from;
      this.left = length;
    }
  }
}
