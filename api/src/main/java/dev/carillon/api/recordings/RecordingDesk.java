package dev.carillon.api.recordings;

import dev.carillon.activities.objects.ObjectStore;
import dev.carillon.activities.objects.StoredObject;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.twilio.TwilioRecordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds recordings of calls: in the object store, or at the carrier, from where they are kept on
/// first use.
final class RecordingDesk {
  private static final int MOST_BYTES = 256 << 20;

  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final ObjectStore objects;
  private final TwilioRecordings carrier;

  RecordingDesk(
      JdbcClient jdbc,
      TenantTransactions transactions,
      ObjectStore objects,
      TwilioRecordings carrier) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.objects = objects;
    this.carrier = carrier;
  }

  /// The newest finished recording of a call.
  Optional<Recording> of(UUID tenantId, UUID callId) {
    return transactions.in(
        tenantId,
        () ->
            jdbc.sql(
                    """
                    select id, provider_recording_id, object_key from recording
                    where call_id = :call and state = 'completed'
                    order by created_at desc, id desc limit 1
                    """)
                .param("call", callId)
                .query((row, _) ->
                    new Recording(
                        row.getObject("id", UUID.class),
                        row.getString("provider_recording_id"),
                        row.getString("object_key")))
                .optional());
  }

  /// Its bytes; empty when neither the store nor the carrier has them.
  Optional<byte[]> bytes(UUID tenantId, UUID callId, Recording recording)
      throws InterruptedException {
    var key =
        recording.objectKey() == null
            ? "recordings/%s/%s.wav".formatted(callId, recording.id())
            : recording.objectKey();
    var kept = objects.get(key);
    if (kept.isEmpty() && !keep(key, recording)) {
      return Optional.empty();
    }
    if (recording.objectKey() == null) {
      transactions.run(tenantId, () -> note(recording.id(), key));
    }
    return kept.or(() -> objects.get(key)).map(RecordingDesk::read);
  }

  private boolean keep(String key, Recording recording) throws InterruptedException {
    var fetched = carrier.fetch(recording.providerRecordingId());
    if (fetched.isEmpty()) {
      return false;
    }
    try (var bytes = fetched.get()) {
      objects.put(key, bytes);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void note(UUID recordingId, String key) {
    jdbc.sql("update recording set object_key = :key where id = :id")
        .param("key", key)
        .param("id", recordingId)
        .update();
  }

  private static byte[] read(StoredObject object) {
    try (object) {
      return object.bytes().readNBytes(MOST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A recording's row.
  record Recording(UUID id, String providerRecordingId, @Nullable String objectKey) {}
}
