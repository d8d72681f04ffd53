package dev.carillon.activities.postgres.events;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The writing end of the inbox: webhooks are stored and answered here, and worked on by worker's
/// drainer.
public final class WebhookInbox {
  private final JdbcClient jdbc;
  private final Jsonb json;

  public WebhookInbox(JdbcClient jdbc, Jsonb json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /// Stores a callback for the drainer; false when it has been here before.
  public boolean receive(Callback callback) {
    return insert(callback, null);
  }

  /// Stores a callback that needs no more work.
  public boolean file(Callback callback) {
    return insert(callback, Moments.param(callback.receivedAt()));
  }

  private boolean insert(Callback callback, @Nullable OffsetDateTime processedAt) {
    return jdbc.sql(
                """
                insert into webhook_inbox
                  (tenant_id, provider, kind, dedupe_key, call_id, body, received_at, processed_at)
                values (:tenant, :provider, :kind, :key, :call, cast(:body as jsonb), :at, :processed)
                on conflict (tenant_id, provider, dedupe_key) do nothing
                """)
            .param("tenant", callback.tenantId())
            .param("provider", callback.provider())
            .param("kind", callback.kind().column())
            .param("key", callback.dedupeKey())
            .param("call", callback.callId())
            .param("body", json.write(callback.parameters()))
            .param("at", Moments.param(callback.receivedAt()))
            .param("processed", processedAt)
            .update()
        == 1;
  }
}
