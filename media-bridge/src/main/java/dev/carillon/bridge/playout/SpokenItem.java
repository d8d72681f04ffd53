package dev.carillon.bridge.playout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing the agent says: how much of it was made, sent and played, and its words so far.
/// Positions are bytes of mu-law, 8 to the millisecond.
public final class SpokenItem {
  public static final int BYTES_PER_MS = 8;

  private final String id;
  private final String responseId;
  private final StringBuilder text = new StringBuilder();
  private long madeBytes;
  private int madeMs;
  private long begin = -1;
  private long end;
  private boolean whole;
  private boolean settled;
  private int seq;
  private @Nullable Instant beganAt;

  public SpokenItem(String id, String responseId) {
    this.id = id;
    this.responseId = responseId;
  }

  public String id() {
    return id;
  }

  public String responseId() {
    return responseId;
  }

  /// Counts a piece that the engine made. Milliseconds are rounded down piece by piece, as engines
  /// count, so that a truncation never lies beyond what they think they made.
  public void made(int bytes) {
    madeBytes += bytes;
    madeMs += bytes / BYTES_PER_MS;
  }

  /// Notes that so many bytes of it went on the line, the first of them at `position` of the
  /// timeline.
  public void sent(long position, int bytes) {
    if (begin < 0) {
      begin = position;
      end = position;
    }
    end += bytes;
  }

  public boolean onTheLine() {
    return begin >= 0;
  }

  public long end() {
    return end;
  }

  /// How much of it had been played when the timeline stood at `position`.
  public long playedBytes(long position) {
    return begin < 0 ? 0 : Math.clamp(position - begin, 0, end - begin);
  }

  /// The same in milliseconds, never more than the engine made.
  public int playedMs(long position) {
    return (int) Math.min(playedBytes(position) / BYTES_PER_MS, madeMs);
  }

  public long madeBytes() {
    return madeBytes;
  }

  public void addText(String more) {
    text.append(more);
  }

  public void replaceText(String all) {
    text.setLength(0);
    text.append(all);
  }

  public String text() {
    return text.toString().strip();
  }

  /// The words that fit into the part that was played, whole words only.
  public String textUpTo(long played) {
    var all = text();
    if (madeBytes <= 0 || played >= madeBytes) {
      return all;
    }
    int cut = (int) (all.length() * played / madeBytes);
    if (cut >= all.length() || all.charAt(cut) == ' ') {
      return all.substring(0, Math.min(cut, all.length())).strip();
    }
    return all.substring(0, Math.max(0, all.lastIndexOf(' ', cut))).strip();
  }

  /// No more sound will be made for it.
  public void markWhole() {
    whole = true;
  }

  public boolean whole() {
    return whole;
  }

  /// True the first time: an item is written down once.
  public boolean settle() {
    boolean first = !settled;
    settled = true;
    return first;
  }

  public boolean settled() {
    return settled;
  }

  /// Gives it its place in the transcript.
  public void placed(int place, Instant at) {
    seq = place;
    beganAt = at;
  }

  public int seq() {
    return seq;
  }

  public @Nullable Instant beganAt() {
    return beganAt;
  }
}
