package dev.carillon.bridge.talk;

import dev.carillon.bridge.journal.Journal;
import dev.carillon.bridge.playout.SpokenItem;
import dev.carillon.call.TranscriptLine;
import dev.carillon.call.TranscriptLine.Speaker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was heard on the call, line by line. A line gets its place when it begins and is written
/// when its words are known, which for the person is late: engines transcribe after they answer.
public final class Transcript {
  /// So little missing at the end is not an interruption: 150 ms.
  private static final int UNNOTICED_BYTES = 1_200;

  private record Turn(int seq, Instant at) {}

  private final Journal journal;
  private final InstantSource now;
  private final List<TranscriptLine> lines;
  private final int linesBefore;
  private final Map<String, Turn> openTurns = new LinkedHashMap<>();
  private int lastSeq;
  private int agentSeq;
  private int written;
  private boolean personSpoke;
  private @Nullable Instant personBeganAt;

  public Transcript(Journal journal, InstantSource now, List<TranscriptLine> heardSoFar) {
    this.journal = journal;
    this.now = now;
    this.lines = new ArrayList<>(heardSoFar);
    this.linesBefore = heardSoFar.size();
    this.lastSeq = heardSoFar.stream().mapToInt(TranscriptLine::seq).max().orElse(0);
    this.personSpoke = heardSoFar.stream().anyMatch(line -> line.who() == Speaker.PERSON);
  }

  public void agentBegins(SpokenItem item) {
    agentSeq = ++lastSeq;
    item.placed(agentSeq, now.instant());
  }

  /// The item was played to its end.
  public void agentHeard(SpokenItem item) {
    if (item.settle()) {
      write(item, item.text(), false);
    }
  }

  /// The playback of the item stopped at `position` of the timeline.
  public void agentCut(SpokenItem item, long position) {
    if (!item.settle() || !item.onTheLine()) {
      return;
    }
    long played = item.playedBytes(position);
    boolean noticed = !item.whole() || item.madeBytes() - played > UNNOTICED_BYTES;
    if (!noticed) {
      write(item, item.text(), false);
    } else if (played > 0) {
      write(item, item.textUpTo(played), true);
    }
  }

  public void personBegan() {
    personBeganAt = now.instant();
  }

  /// A turn of the person has its place now; its words follow.
  public void turnTaken(String turnId) {
    var at = personBeganAt == null ? now.instant() : personBeganAt;
    openTurns.put(turnId, new Turn(++lastSeq, at));
  }

  /// Writes the person's words; false when there were none.
  public boolean turnText(String turnId, String text) {
    var turn = openTurns.remove(turnId);
    if (turn == null || text.isBlank()) {
      return false;
    }
    personSpoke = true;
    write(new TranscriptLine(turn.seq(), turn.at(), Speaker.PERSON, text.strip(), false));
    return true;
  }

  /// Writes what the person said by their keys.
  public void typed(String words) {
    personSpoke = true;
    write(new TranscriptLine(++lastSeq, now.instant(), Speaker.PERSON, words, false));
  }

  /// Writes what a tool did.
  public void toolUsed(String text) {
    write(new TranscriptLine(++lastSeq, now.instant(), Speaker.TOOL, text, false));
  }

  /// Everything written so far in its order, and after it what `beingSaid` will have been.
  public List<TranscriptLine> soFar(Collection<SpokenItem> beingSaid) {
    var all = new ArrayList<>(lines);
    for (var item : beingSaid) {
      var at = item.beganAt();
      if (at != null && !item.settled() && !item.text().isEmpty()) {
        all.add(new TranscriptLine(item.seq(), at, Speaker.AGENT, item.text(), false));
      }
    }
    all.sort(Comparator.comparingInt(TranscriptLine::seq));
    return List.copyOf(all);
  }

  /// Whether the last words are the person's.
  public boolean personSpokeLast() {
    return lines.stream()
        .filter(line -> line.who() != Speaker.TOOL)
        .max(Comparator.comparingInt(TranscriptLine::seq))
        .filter(line -> line.who() == Speaker.PERSON && line.seq() > agentSeq)
        .isPresent();
  }

  /// Whether words of the person are still to come.
  public boolean waitsForWords() {
    return !openTurns.isEmpty();
  }

  public boolean personSpoke() {
    return personSpoke;
  }

  /// Lines of the whole call, those of earlier streams included.
  public int lines() {
    return linesBefore + written;
  }

  private void write(SpokenItem item, String text, boolean interrupted) {
    var at = item.beganAt();
    if (at != null && !text.isEmpty()) {
      write(new TranscriptLine(item.seq(), at, Speaker.AGENT, text, interrupted));
    }
  }

  private void write(TranscriptLine line) {
    written++;
    lines.add(line);
    journal.line(line);
  }
}
