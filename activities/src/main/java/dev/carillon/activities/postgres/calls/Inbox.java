package dev.carillon.activities.postgres.calls;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The working end of the inbox: news is taken one by one, oldest first, by as many threads and
/// processes as there are, and is done when the work on it is.
public final class Inbox {
  private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int DOUBLINGS = 10;

  private final TenantTransactions transactions;
  private final JdbcClient jdbc;
  private final Jsonb json;
  private final InstantSource clock;

  public Inbox(TenantTransactions transactions, JdbcClient jdbc, Jsonb json, InstantSource clock) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /// Whose inboxes there are.
  public List<UUID> tenants() {
    return transactions.outside(() ->
        jdbc.sql("select id from tenant order by id")
            .query((row, _) -> row.getObject("id", UUID.class))
            .list());
  }

  /// Works on the tenant's oldest due piece of news, in one transaction. When `work` throws,
  /// nothing of it stays, the exception goes on to the caller, and the item waits a little longer
  /// each time.
  ///
  /// @return false when there was nothing to do
  public boolean next(UUID tenantId, Consumer<InboxItem> work) {
    var taken = new AtomicLong(-1);
    var done = false;
    try {
      var found = transactions.in(tenantId, () -> working(work, taken));
      done = true;
      return found;
    } finally {
      if (!done && taken.get() >= 0) {
        transactions.run(tenantId, () -> postpone(taken.get()));
      }
    }
  }

  private boolean working(Consumer<InboxItem> work, AtomicLong taken) {
    var item = claim();
    if (item.isEmpty()) {
      return false;
    }
    taken.set(item.get().id());
    work.accept(item.get());
    jdbc.sql("update webhook_inbox set processed_at = :now where id = :id")
        .param("now", Moments.param(clock.instant()))
        .param("id", item.get().id())
        .update();
    return true;
  }

  private Optional<InboxItem> claim() {
    return jdbc.sql(
            """
            select * from webhook_inbox
            where processed_at is null and (not_before is null or not_before <= :now)
            order by id limit 1 for update skip locked
            """)
        .param("now", Moments.param(clock.instant()))
        .query((row, _) -> item(row))
        .optional();
  }

  private InboxItem item(ResultSet row) throws SQLException {
    return new InboxItem(
        row.getLong("id"),
        row.getObject("tenant_id", UUID.class),
        row.getString("provider"),
        row.getString("kind"),
        row.getObject("call_id", UUID.class),
        json.read(row.getString("body"), PARAMETERS),
        Moments.read(row, "received_at"));
  }

  private void postpone(long id) {
    int failures =
        jdbc.sql(
                """
                update webhook_inbox set failures = failures + 1 where id = :id returning failures
                """)
            .param("id", id)
            .query((row, _) -> row.getInt(1))
            .single();
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
    var until = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    jdbc.sql("update webhook_inbox set not_before = :until where id = :id")
        .param("until", Moments.param(until))
        .param("id", id)
        .update();
  }

  /// Puts news that the platform found out by itself beside those of the provider; false when it is
  /// there already. In the transaction that is under way.
  boolean add(
      UUID tenantId,
      String kind,
      String dedupeKey,
      @Nullable UUID callId,
      Map<String, String> parameters,
      Instant now) {
    return jdbc.sql(
                """
                insert into webhook_inbox
                  (tenant_id, provider, kind, dedupe_key, call_id, body, received_at)
                values (:tenant, 'twilio', :kind, :key, :call, cast(:body as jsonb), :now)
                on conflict (tenant_id, provider, dedupe_key) do nothing
                """)
            .param("tenant", tenantId)
            .param("kind", kind)
            .param("key", dedupeKey)
            .param("call", callId)
            .param("body", json.write(parameters))
            .param("now", Moments.param(now))
            .update()
        == 1;
  }
}
