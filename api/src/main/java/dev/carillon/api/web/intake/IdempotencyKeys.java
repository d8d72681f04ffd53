package dev.carillon.api.web.intake;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was answered under which key, for a day.
final class IdempotencyKeys {
  private static final Duration KEPT = Duration.ofHours(24);
  // A request that has not been answered by now died with its process.
  private static final Duration GIVEN_UP = Duration.ofMinutes(2);
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final InstantSource clock;
  private final AtomicReference<Instant> cleaned = new AtomicReference<>(Instant.EPOCH);

  IdempotencyKeys(JdbcClient jdbc, TenantTransactions transactions, InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Takes the key for a request with this hash, or says what is known of it.
  Claim claim(UUID tenantId, String route, String key, String hash) {
    return transactions.in(
        tenantId,
        () -> {
          clean();
          return take(tenantId, route, key, hash) ? new Claim.Fresh() : look(route, key, hash);
        });
  }

  private boolean take(UUID tenantId, String route, String key, String hash) {
    return jdbc.sql(
                """
                insert into idempotency_key as known
                  (tenant_id, route, key, request_hash, created_at)
                values (:tenant, :route, :key, :hash, :now)
                on conflict (tenant_id, route, key) do update
                  set request_hash = excluded.request_hash, created_at = excluded.created_at,
                    status = null, body = null, content_type = null
                  where known.created_at < :old or (known.status is null and known.created_at < :dead)
                """)
            .param("tenant", tenantId)
            .param("route", route)
            .param("key", key)
            .param("hash", hash)
            .param("now", ago(Duration.ZERO))
            .param("old", ago(KEPT))
            .param("dead", ago(GIVEN_UP))
            .update()
        == 1;
  }

  private Claim look(String route, String key, String hash) {
    return jdbc.sql(
            """
            select request_hash, status, content_type, body from idempotency_key
            where route = :route and key = :key
            """)
        .param("route", route)
        .param("key", key)
        .query((row, _) -> {
          if (!row.getString("request_hash").equals(hash)) {
            return new Claim.OtherRequest();
          }
          int status = row.getInt("status");
          return row.wasNull()
              ? new Claim.UnderWay()
              : new Claim.Answered(
                  new KeptAnswer(status, row.getString("content_type"), row.getString("body")));
        })
        .optional()
        .orElseGet(Claim.UnderWay::new);
  }

  void keep(UUID tenantId, String route, String key, KeptAnswer answer) {
    transactions.run(
        tenantId,
        () ->
            jdbc.sql(
                    """
                    update idempotency_key
                    set status = :status, content_type = :type, body = :body
                    where route = :route and key = :key
                    """)
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("body", answer.body())
                .param("route", route)
                .param("key", key)
                .update());
  }

  /// Frees the key: nothing was done under it.
  void release(UUID tenantId, String route, String key) {
    transactions.run(
        tenantId,
        () ->
            jdbc.sql("delete from idempotency_key where route = :route and key = :key")
                .param("route", route)
                .param("key", key)
                .update());
  }

  private void clean() {
    var last = cleaned.get();
    var now = clock.instant();
    if (now.isAfter(last.plus(BETWEEN_CLEANINGS)) && cleaned.compareAndSet(last, now)) {
      jdbc.sql("delete from idempotency_key where created_at < :old")
          .param("old", ago(KEPT))
          .update();
    }
  }

  private OffsetDateTime ago(Duration time) {
    return Moments.param(clock.instant().minus(time));
  }

  /// What a key stands for.
  sealed interface Claim {
    /// The caller has it now, and has to [#keep] or [#release] it.
    record Fresh() implements Claim {}

    record Answered(KeptAnswer answer) implements Claim {}

    record OtherRequest() implements Claim {}

    record UnderWay() implements Claim {}
  }
}
