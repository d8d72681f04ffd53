package dev.carillon.sandbox.carrier.recording;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All recordings. Finished ones live in a folder, as `RE….wav` beside `RE….json`, and survive a
/// restart.
public final class Recordings {
  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Recording> running = new LinkedHashMap<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Path folder;
  private final Executor workers;
  private final Supplier<String> sids;

  /// `sids` makes the names of recordings; files are written by `workers`.
  public Recordings(Path folder, Executor workers, Supplier<String> sids) {
    this.folder = folder;
    this.workers = workers;
    this.sids = sids;
    try {
      Files.createDirectories(folder);
      readFolder();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of recordings cannot be read", e);
    }
  }

  /// Begins a recording of a call.
  public synchronized Recording begin(String callSid, int channels, String source, Instant now) {
    Recording recording = new Recording(sids.get(), callSid, channels, source, now);
    running.put(recording.sid(), recording);
    entries.put(recording.sid(), entry(recording, "in-progress"));
    return recording;
  }

  /// Ends it: `completed`, or `absent` when nothing was recorded. The file follows soon.
  public synchronized Entry finish(Recording recording) {
    Entry entry = entry(recording, recording.seconds() == 0 ? "absent" : "completed");
    entries.put(recording.sid(), entry);
    workers.execute(() -> write(recording, entry));
    return entry;
  }

  /// All of them, newest first.
  public synchronized List<Entry> all() {
    return new ArrayList<>(entries.values()).reversed();
  }

  public synchronized Optional<Entry> find(String sid) {
    return Optional.ofNullable(entries.get(sid));
  }

  /// Its audio as a WAV file, also while it runs.
  public Optional<byte[]> wav(String sid) {
    synchronized (this) {
      if (!entries.containsKey(sid)) {
        return Optional.empty();
      }
      Recording recording = running.get(sid);
      if (recording != null) {
        return Optional.of(recording.wav());
      }
    }
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(sid + ".wav")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Forgets it; false when there is none.
  public synchronized boolean delete(String sid) {
    running.remove(sid);
    if (entries.remove(sid) == null) {
      return false;
    }
    try {
      Files.deleteIfExists(folder.resolve(sid + ".wav"));
      Files.deleteIfExists(folder.resolve(sid + ".json"));
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("recording", sid).log("a recording's files could not be deleted");
    }
    return true;
  }

  private void write(Recording recording, Entry entry) {
    try {
      Files.write(folder.resolve(recording.sid() + ".wav"), recording.wav());
      json.writeValue(folder.resolve(recording.sid() + ".json").toFile(), entry);
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("recording", recording.sid()).log("a recording was not written");
      return;
    }
    synchronized (this) {
      running.remove(recording.sid());
    }
  }

  private void readFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        Entry entry = json.readValue(file.toFile(), Entry.class);
        entries.put(entry.sid(), entry);
      }
    }
  }

  private static Entry entry(Recording recording, String status) {
    return new Entry(
        recording.sid(),
        recording.callSid(),
        recording.channels(),
        recording.source(),
        recording.began().getEpochSecond(),
        recording.seconds(),
        status);
  }

  /// A recording in the books; `began` in unix seconds.
  public record Entry(
      String sid,
      String callSid,
      int channels,
      String source,
      long began,
      int seconds,
      String status) {}
}
