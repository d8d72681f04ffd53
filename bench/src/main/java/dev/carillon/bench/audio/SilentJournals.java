package dev.carillon.bench.audio;

import dev.carillon.bridge.journal.Journal;
import dev.carillon.bridge.journal.Journals;
import dev.carillon.call.TranscriptLine;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/// Keeps no record.
final class SilentJournals implements Journals, Journal {

  @Override
  public Journal open(UUID tenantId, UUID callId) {
    return this;
  }

  @Override
  public void line(TranscriptLine line) {}

  @Override
  public void event(String name, Map<String, Object> detail) {}

  @Override
  public boolean awaitDelivered(Duration atMost) {
    return true;
  }

  @Override
  public void close() {}
}
