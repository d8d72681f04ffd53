package dev.carillon.bridge.session;

import dev.carillon.bridge.journal.Journal;
import dev.carillon.bridge.journal.Journals;
import dev.carillon.call.TranscriptLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Keeps what is written.
final class FakeJournal implements Journals, Journal {
  final List<TranscriptLine> lines = new ArrayList<>();
  final List<String> events = new ArrayList<>();
  boolean closed;

  @Override
  public Journal open(UUID tenantId, UUID callId) {
    return this;
  }

  @Override
  public void line(TranscriptLine line) {
    lines.add(line);
  }

  @Override
  public void event(String name, Map<String, Object> detail) {
    events.add(name);
  }

  @Override
  public boolean awaitDelivered(Duration atMost) {
    return true;
  }

  @Override
  public void close() {
    closed = true;
  }

  /// The transcript in its order, as `WHO: text`, with a `~` where somebody was interrupted.
  List<String> transcript() {
    return lines.stream()
        .sorted(Comparator.comparingInt(TranscriptLine::seq))
        .map(line -> line.who() + ": " + line.text() + (line.interrupted() ? "~" : ""))
        .toList();
  }
}
