package dev.carillon.api.recordings;

import dev.carillon.activities.objects.ObjectStore;
import dev.carillon.activities.objects.StoredObject;
import dev.carillon.activities.postgres.Jsonb;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Computes what recordings look like, once each: the answer is kept beside the sound.
final class Waveforms {
  private static final int MOST_STRETCHES = 1_200;
  private static final int STRETCHES_PER_SECOND = 20;
  private static final List<String> BOTH = List.of("PERSON", "AGENT");

  private final RecordingDesk desk;
  private final ObjectStore objects;
  private final Jsonb json;

  Waveforms(RecordingDesk desk, ObjectStore objects, Jsonb json) {
    this.desk = desk;
    this.objects = objects;
    this.json = json;
  }

  /// The waveform; empty when the sound cannot be had or understood.
  Optional<Waveform> of(UUID tenantId, UUID callId, RecordingDesk.Recording recording)
      throws InterruptedException {
    var key = "recordings/%s/%s.peaks.json".formatted(callId, recording.id());
    var kept = objects.get(key);
    if (kept.isPresent()) {
      return Optional.of(read(kept.get()));
    }
    var sound = desk.bytes(tenantId, callId, recording).flatMap(WavSound::read);
    var waveform = sound.map(Waveforms::computed);
    waveform.ifPresent(made ->
        objects.put(
            key, new ByteArrayInputStream(json.write(made).getBytes(StandardCharsets.UTF_8))));
    return waveform;
  }

  static Waveform computed(WavSound sound) {
    int stretches = Math.clamp((int) (sound.seconds() * STRETCHES_PER_SECOND), 1, MOST_STRETCHES);
    var peaks = sound.peaks(stretches);
    var names = peaks.size() == BOTH.size() ? BOTH : List.of("BOTH");
    return new Waveform(
        sound.seconds(),
        IntStream.range(0, names.size())
            .mapToObj(i -> new Waveform.Channel(names.get(i), peaks.get(i)))
            .toList());
  }

  private Waveform read(StoredObject kept) {
    try (kept) {
      var text = new String(kept.bytes().readAllBytes(), StandardCharsets.UTF_8);
      return json.read(text, Waveform.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
