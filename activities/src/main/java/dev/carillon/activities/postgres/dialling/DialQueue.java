package dev.carillon.activities.postgres.dialling;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.call.CallPurpose;
import dev.carillon.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is to be dialled, not before when. Each row becomes one call with the row's id. All methods
/// work in the tenant's transaction that is under way.
public final class DialQueue {
  private final JdbcClient jdbc;

  public DialQueue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// How urgent a dial is among those that are due.
  public enum Priority {
    /// A callback that was promised.
    PROMISED(1),
    /// A confirmation, or a single call that somebody asked for.
    SOON(2),
    /// All others.
    USUAL(3);

    private final int rank;

    Priority(int rank) {
      this.rank = rank;
    }

    /// The lower, the earlier.
    public int rank() {
      return rank;
    }

    /// What a campaign's calls of this purpose have.
    public static Priority of(CallPurpose purpose) {
      return switch (purpose) {
        case CONSUMER_CALLBACK -> PROMISED;
        case CONFIRM_APPOINTMENT -> SOON;
        case REMINDER, QUALIFY_LEAD, FOLLOW_UP, DISPATCHER, BOOKING, PROSPECT_INTAKE -> USUAL;
      };
    }
  }

  /// A row of the queue.
  ///
  /// @param callId the id that the call will have
  /// @param campaignId null for a call of its own
  /// @param receipt JSON of the last decision, when it was deferred
  public record Entry(
      UUID callId,
      UUID tenantId,
      UUID accountId,
      @Nullable UUID campaignId,
      UUID contactId,
      PhoneNumber number,
      CallPurpose purpose,
      @Nullable String objective,
      @Nullable UUID agentId,
      int attemptNo,
      Priority priority,
      Instant notBefore,
      @Nullable String receipt,
      Instant createdAt) {}

  /// Puts a dial into the queue; the same call id again changes nothing.
  public void add(Entry entry) {
    jdbc.sql(
            """
            insert into dial_queue (call_id, tenant_id, account_id, campaign_id, contact_id,
              phone_number, purpose, objective, agent_id, attempt_no, priority, not_before, receipt,
              created_at)
            values (:call, :tenant, :account, :campaign, :contact, :number, :purpose, :objective,
              :agent, :attempt, :priority, :notBefore, cast(:receipt as jsonb), :created)
            on conflict (call_id) do nothing
            """)
        .param("call", entry.callId())
        .param("tenant", entry.tenantId())
        .param("account", entry.accountId())
        .param("campaign", entry.campaignId())
        .param("contact", entry.contactId())
        .param("number", entry.number().e164())
        .param("purpose", entry.purpose().wireName())
        .param("objective", entry.objective())
        .param("agent", entry.agentId())
        .param("attempt", entry.attemptNo())
        .param("priority", entry.priority().rank())
        .param("notBefore", Moments.param(entry.notBefore()))
        .param("receipt", entry.receipt())
        .param("created", Moments.param(entry.createdAt()))
        .update();
  }

  public Optional<Entry> find(UUID callId) {
    return jdbc.sql("select * from dial_queue where call_id = :call")
        .param("call", callId)
        .query(DialQueue::entry)
        .optional();
  }

  /// Takes the row, if it is there, and keeps it from everybody else until the transaction ends.
  Optional<Entry> claim(UUID callId, Instant now) {
    return jdbc.sql(
            """
            select * from dial_queue where call_id = :call and not_before <= :now
            for update skip locked
            """)
        .param("call", callId)
        .param("now", Moments.param(now))
        .query(DialQueue::entry)
        .optional();
  }

  /// Removes a dial before it was admitted; false when it is not in the queue (any more).
  public boolean cancel(UUID callId) {
    return jdbc.sql("delete from dial_queue where call_id = :call").param("call", callId).update()
        == 1;
  }

  /// When the account's next dial is due, late ones included.
  public Optional<Instant> nextDue(UUID accountId) {
    return jdbc.sql(
            """
            select not_before from dial_queue where account_id = :account
            order by not_before limit 1
            """)
        .param("account", accountId)
        .query((row, _) -> Moments.read(row, "not_before"))
        .optional();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getObject("call_id", UUID.class),
        row.getObject("tenant_id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getObject("campaign_id", UUID.class),
        row.getObject("contact_id", UUID.class),
        PhoneNumber.of(row.getString("phone_number")),
        CallPurpose.named(row.getString("purpose")).orElseThrow(),
        row.getString("objective"),
        row.getObject("agent_id", UUID.class),
        row.getInt("attempt_no"),
        Priority.values()[row.getInt("priority") - 1],
        Moments.read(row, "not_before"),
        row.getString("receipt"),
        Moments.read(row, "created_at"));
  }
}
