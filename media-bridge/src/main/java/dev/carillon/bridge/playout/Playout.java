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
  private static final long GRACE_NANOS = Duration.ofSeconds(2).toNanos();

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
  private final CallClock.Beat step;
  private final SpeechQueue waiting = new SpeechQueue();
  private final Deque<SpokenItem> onTheLine = new ArrayDeque<>();
  private long sent;
  private long marked;
  private long acked;
  private int generation;
  private int underruns;
  private CallClock.@Nullable Alarm cushion;
  private CallClock.@Nullable Alarm overdue;
  private long overdueNanos;

  public Playout(PhoneLine line, CallClock clock, Listener listener) {
    this.line = line;
    this.clock = clock;
    this.listener = listener;
    this.played = new PlayClock(clock);
    this.step = clock.beat(this::pump);
  }

  /// Takes a piece of speech; the frame is retained until it was sent or dropped.
  public void offer(SpokenItem item, ByteBuf frame, int from, int length) {
    item.made(Base64Text.decodedLength(frame, from, length));
    waiting.add(item, frame, from, length);
    if (silent() && waiting.bytes() < CUSHION_BYTES) {
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
    return waiting.bytes();
  }

  /// Throws away what was not played and says where the playback stood.
  public Cut clear() {
    long position = position();
    var items = new ArrayList<>(onTheLine);
    waiting.addItemsTo(items);
    waiting.clear();
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
    long reached = PlayMark.position(name, generation);
    if (reached >= 0 && reached <= sent) {
      acked = reached;
      played.reached(reached);
      settleUpTo(reached);
      pump();
    }
  }

  /// The call is over: gives back what is held.
  public void release() {
    waiting.clear();
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
      sendNext(waiting.first());
      wrote = true;
    }
    if (wrote) {
      line.flush();
    }
    if (!waiting.isEmpty()) {
      step.on();
      return;
    }
    step.off();
    if (wrote) {
      watchForEnd();
    }
  }

  private void sendNext(SpeechQueue.Piece piece) {
    if (silent()) {
      if (piece.item().onTheLine()) {
        underruns++;
      }
      // Silence so far, or the engine was late: the playback begins anew with this piece.
      played.begin(sent);
    }
    var item = piece.item();
    if (!item.onTheLine()) {
      onTheLine.add(item);
      listener.begins(item);
    }
    int chars = Math.min(PIECE_CHARS, piece.left());
    int bytes = Base64Text.decodedLength(piece.frame(), piece.from(), chars);
    line.play(piece.frame(), piece.from(), chars);
    item.sent(sent, bytes);
    sent += bytes;
    waiting.took(chars);
    boolean itemOver = item.whole() && !waiting.goesOnWith(item);
    if (sent - marked >= MARK_BYTES || itemOver) {
      markEnd();
    }
  }

  private void markEnd() {
    if (marked < sent) {
      marked = sent;
      line.mark(generation, sent);
    }
  }

  private void settleUpTo(long reached) {
    while (!onTheLine.isEmpty()) {
      var item = onTheLine.element();
      if (!item.whole() || waiting.goesOnWith(item) || item.end() > reached) {
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

  /// Should the last mark never come back, the clock alone decides a little later. The alarm that
  /// is set already is left alone and looks again when it goes off: this is done frame after frame.
  private void watchForEnd() {
    long left = Math.max(0, sent - position()) / SpokenItem.BYTES_PER_MS * 1_000_000L;
    overdueNanos = clock.nanos() + left + GRACE_NANOS;
    if (overdue == null) {
      overdue = clock.after(Duration.ofNanos(left + GRACE_NANOS), this::lookForEnd);
    }
  }

  private void lookForEnd() {
    overdue = null;
    if (!waiting.isEmpty()) {
      return;
    }
    long left = overdueNanos - clock.nanos();
    if (left > 0) {
      overdue = clock.after(Duration.ofNanos(left), this::lookForEnd);
      return;
    }
    acked = sent;
    settleUpTo(sent);
  }

  private void cancelAlarms() {
    if (cushion != null) {
      cushion.cancel();
      cushion = null;
    }
    step.off();
    if (overdue != null) {
      overdue.cancel();
      overdue = null;
    }
  }
}
