package dev.carillon.activities.postgres;

import dev.carillon.activities.postgres.events.Events;
import dev.carillon.call.CallState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes people, campaigns and calls of the default tenant straight into a test's database, and
/// reads back what became of them.
public final class Books {
  private final TestDatabase database;
  private final AtomicInteger numbers = new AtomicInteger(8_120_000);

  public Books(TestDatabase database) {
    this.database = database;
  }

  public Events events() {
    return new Events(database.jdbc(), database.jsonb());
  }

  /// Somebody in New York, with a number of their own.
  public UUID contact() {
    var id = database.ids().next();
    write(
        """
        insert into contact (id, tenant_id, phone_number, name, created_at, updated_at)
        values (:id, :tenant, :number, 'Ada Byron', :now, :now)
        """,
        Map.of("id", id, "number", "+1212" + numbers.getAndIncrement()));
    return id;
  }

  /// A running reminder campaign of three attempts.
  public UUID campaign(double callsPerSecond, int concurrency) {
    var id = database.ids().next();
    write(
        """
        insert into campaign (id, tenant_id, account_id, name, purpose, state, max_attempts, redial,
          calls_per_second, concurrency, created_at, started_at)
        values (:id, :tenant, :account, 'June', 'reminder', 'RUNNING', 3, '{"BUSY": ["PT2S"]}',
          :rate, :concurrency, :now, :now)
        """,
        Map.of(
            "id",
            id,
            "account",
            database.account().accountId(),
            "rate",
            BigDecimal.valueOf(callsPerSecond),
            "concurrency",
            concurrency));
    return id;
  }

  /// A journey whose first call is due; the id that the call will have.
  public UUID queued(UUID campaign, UUID contact) {
    return queued(campaign, contact, 3, 1);
  }

  public UUID queued(@Nullable UUID campaign, UUID contact, int priority, int attempt) {
    var call = database.ids().next();
    if (campaign != null) {
      write(
          """
          insert into journey (tenant_id, campaign_id, contact_id, state)
          values (:tenant, :campaign, :contact, 'WAITING') on conflict do nothing
          """,
          Map.of("campaign", campaign, "contact", contact));
    }
    in(jdbc ->
        jdbc.sql(
                """
                insert into dial_queue (call_id, tenant_id, account_id, campaign_id, contact_id,
                  phone_number, purpose, attempt_no, priority, not_before, created_at)
                select :call, :tenant, :account, :campaign, id, phone_number, 'reminder', :attempt,
                  :priority, :now, :now
                from contact where id = :contact
                """)
            .param("call", call)
            .param("tenant", TestDatabase.TENANT)
            .param("account", database.account().accountId())
            .param("campaign", campaign)
            .param("contact", contact)
            .param("attempt", attempt)
            .param("priority", priority)
            .param("now", Moments.param(database.clock().instant()))
            .update());
    return call;
  }

  /// A call of the campaign in this state, with an active journey.
  public UUID call(@Nullable UUID campaign, UUID contact, CallState state) {
    var call = queued(campaign, contact, 3, 1);
    in(jdbc ->
        jdbc.sql(
                """
                with q as (delete from dial_queue where call_id = :call returning *)
                insert into call (id, tenant_id, account_id, contact_id, campaign_id, direction,
                  purpose, phone_number, state, created_at, news_at, submitted_at)
                select call_id, tenant_id, account_id, contact_id, campaign_id, 'OUTBOUND', purpose,
                  phone_number, :state, :now, :now, :submitted from q
                """)
            .param("call", call)
            .param("state", state.name())
            .param("now", Moments.param(database.clock().instant()))
            .param(
                "submitted",
                state == CallState.RESERVED ? null : Moments.param(database.clock().instant()))
            .update());
    write("update journey set state = 'ACTIVE' where contact_id = :c", Map.of("c", contact));
    return call;
  }

  public void suppress(UUID contact, boolean byThePerson) {
    write(
        """
        insert into suppression
          (id, tenant_id, phone_number, scope, source, by_the_person, created_at)
        select :id, :tenant, phone_number, 'ALL', 'test', :by, :now from contact where id = :contact
        """,
        Map.of("id", database.ids().next(), "by", byThePerson, "contact", contact));
  }

  /// Runs one statement for the default tenant; `:tenant` and `:now` are filled in.
  public int write(String sql, Map<String, Object> parameters) {
    return in(jdbc ->
        jdbc.sql(sql)
            .params(parameters)
            .param("tenant", TestDatabase.TENANT)
            .param("now", Moments.param(database.clock().instant()))
            .update());
  }

  /// The first column of each row as text.
  public List<String> read(String sql, Object... parameters) {
    return in(jdbc -> jdbc.sql(sql).params(parameters).query((row, _) -> row.getString(1)).list());
  }

  /// The one value, as text; `null` when it is null.
  public String value(String sql, Object... parameters) {
    return String.valueOf(read(sql, parameters).getFirst());
  }

  public String callState(UUID call) {
    return value("select state from call where id = ?", call);
  }

  public Instant now() {
    return database.clock().instant();
  }

  private <T> T in(Function<JdbcClient, T> work) {
    return database.transactions().in(TestDatabase.TENANT, () -> work.apply(database.jdbc()));
  }
}
