package dev.carillon.sandbox.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An append-only diary, one JSON object a line, flushed at once so that it survives whatever
/// happens next. The last entries also stay in memory to be read. Any thread may write.
public final class Ledger implements AutoCloseable {
  private static final int KEPT = 100_000;

  private final ObjectMapper json = new ObjectMapper();
  private final Deque<LedgerEntry> entries = new ArrayDeque<>();
  private final InstantSource instants;
  private final @Nullable Writer file;
  private long seq;

  /// A diary that lives in memory only.
  public Ledger(InstantSource instants) {
    this.instants = instants;
    this.file = null;
  }

  /// A diary that is also written to `path`, appended when it exists.
  public Ledger(InstantSource instants, Path path) {
    this.instants = instants;
    try {
      this.file =
          Files.newBufferedWriter(
              path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger cannot be written", e);
    }
  }

  /// Notes an event; `pairs` are names and values in turn.
  public synchronized LedgerEntry write(String event, @Nullable Object... pairs) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      fields.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    LedgerEntry entry = new LedgerEntry(++seq, instants.instant(), event, fields);
    entries.addLast(entry);
    if (entries.size() > KEPT) {
      entries.removeFirst();
    }
    append(entry);
    return entry;
  }

  /// Notes that a customer broke `who`'s protocol.
  public void strict(String who, String what, @Nullable String sid) {
    write("strict", "who", who, "what", what, "sid", sid);
  }

  /// What happened after entry `since`, oldest first, at most `limit` entries.
  public synchronized List<LedgerEntry> since(long since, int limit) {
    return entries.stream().filter(entry -> entry.seq() > since).limit(limit).toList();
  }

  /// All kept entries of one kind, oldest first.
  public synchronized List<LedgerEntry> of(String event) {
    return entries.stream().filter(entry -> entry.event().equals(event)).toList();
  }

  /// The entry as it stands in the file and in the REST answer.
  public String json(LedgerEntry entry) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("seq", entry.seq());
    line.put("at", entry.at().toString());
    line.put("event", entry.event());
    line.putAll(entry.fields());
    try {
      return json.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("an entry of the ledger is not JSON", e);
    }
  }

  private void append(LedgerEntry entry) {
    if (file == null) {
      return;
    }
    try {
      file.write(json(entry));
      file.write('\n');
      file.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger cannot be written", e);
    }
  }

  @Override
  public synchronized void close() {
    if (file == null) {
      return;
    }
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the ledger cannot be closed", e);
    }
  }
}
