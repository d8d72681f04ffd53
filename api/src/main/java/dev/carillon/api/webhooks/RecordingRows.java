package dev.carillon.api.webhooks;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Moments;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which recordings there are of a call; the sound is fetched when somebody wants to hear it.
final class RecordingRows {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final InstantSource clock;

  RecordingRows(JdbcClient jdbc, Ids ids, InstantSource clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /// Notes what the carrier says of a recording. Once completed it stays so.
  void note(UUID callId, SignedForm form) {
    if (!form.has("RecordingSid", "RecordingStatus")) {
      return;
    }
    jdbc.sql(
            """
            insert into recording as known
              (id, tenant_id, call_id, provider_recording_id, state, seconds, created_at)
            select :id, tenant_id, id, :sid, :state, :seconds, :now from call where id = :call
            on conflict (tenant_id, provider_recording_id) do update
              set state = excluded.state, seconds = excluded.seconds
              where known.state <> 'completed'
            """)
        .param("id", ids.next())
        .param("call", callId)
        .param("sid", form.get("RecordingSid"))
        .param("state", form.get("RecordingStatus"))
        .param("seconds", Integer.valueOf(form.orElse("RecordingDuration", "0")))
        .param("now", Moments.param(clock.instant()))
        .update();
  }
}
