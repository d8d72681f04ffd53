package dev.carillon.sandbox.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that happened. `seq` counts from 1 without gaps; a field may be null where its absence
/// is the news.
public record LedgerEntry(
    long seq, Instant at, String event, Map<String, @Nullable Object> fields) {
  public LedgerEntry {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// The field as text, or the empty text.
  public String text(String field) {
    Object value = fields.get(field);
    return value == null ? "" : value.toString();
  }
}
