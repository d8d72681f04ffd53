package dev.carillon.api.webhooks;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Moments;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
              (id, tenant_id, call_id, provider_recording_id, state, seconds, created_at, started_at)
            select :id, tenant_id, id, :sid, :state, :seconds, :now,
              -- The carrier's moment has whole seconds, and its clock need not be ours.
              case when cast(:started as timestamptz) between answered_at + interval '2 seconds'
                and coalesce(ended_at, :now) then cast(:started as timestamptz) end
            from call where id = :call
            on conflict (tenant_id, provider_recording_id) do update
              set state = excluded.state, seconds = excluded.seconds, started_at = excluded.started_at
              where known.state <> 'completed'
            """)
        .param("id", ids.next())
        .param("call", callId)
        .param("sid", form.get("RecordingSid"))
        .param("state", form.get("RecordingStatus"))
        .param("seconds", Integer.valueOf(form.orElse("RecordingDuration", "0")))
        .param("started", Moments.paramOrNull(started(form.orElse("RecordingStartTime", ""))))
        .param("now", Moments.param(clock.instant()))
        .update();
  }

  private static @Nullable Instant started(String rfc2822) {
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(rfc2822, Instant::from);
    } catch (DateTimeParseException _) {
      return null;
    }
  }
}
