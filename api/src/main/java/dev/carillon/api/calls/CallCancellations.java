package dev.carillon.api.calls;

import dev.carillon.account.WorkflowSignals;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.dialling.DialQueue;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.call.CallState;
import dev.carillon.call.CancelReason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Ends calls on request: one that still waits is taken out of the queue, one that rings or is
/// talked is ended by its workflow.
final class CallCancellations {
  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final DialQueue queue;
  private final CallReads calls;
  private final Events events;
  private final WorkflowSignals signals;
  private final TimeLimit limit;
  private final InstantSource clock;

  CallCancellations(
      JdbcClient jdbc,
      TenantTransactions transactions,
      DialQueue queue,
      CallReads calls,
      Events events,
      WorkflowSignals signals,
      TimeLimit limit,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.queue = queue;
    this.calls = calls;
    this.events = events;
    this.signals = signals;
    this.limit = limit;
    this.clock = clock;
  }

  /// The call as it is after that; one that was live may take a moment to end.
  CallView cancel(UUID tenantId, UUID callId) {
    boolean dequeued = transactions.in(tenantId, () -> dequeue(tenantId, callId));
    if (!dequeued) {
      var call = view(tenantId, callId);
      if (call.state() == CallState.ENDED) {
        throw ProblemException.conflict("The call is over.");
      }
      limit.ask("cancel a call", () -> signals.cancelCall(callId, CancelReason.OPERATOR));
    }
    return view(tenantId, callId);
  }

  private CallView view(UUID tenantId, UUID callId) {
    return transactions
        .in(tenantId, () -> calls.find(callId))
        .orElseThrow(() -> ProblemException.notFound("call"));
  }

  private boolean dequeue(UUID tenantId, UUID callId) {
    var entry = queue.find(callId).filter(e -> e.campaignId() == null);
    if (entry.isEmpty() || !queue.cancel(callId)) {
      return false;
    }
    var now = clock.instant();
    close(entry.get(), now);
    events.append(
        Event.ofCall(
            tenantId,
            now,
            EventTypes.CALL_ENDED,
            callId,
            null,
            entry.get().contactId(),
            Map.of("disposition", "CANCELLED")));
    return true;
  }

  private void close(DialQueue.Entry entry, Instant now) {
    jdbc.sql(
            """
            insert into call (id, tenant_id, account_id, contact_id, direction, purpose, objective,
              agent_id, phone_number, state, disposition, outcome, outcome_reason, receipt,
              created_at, news_at, ended_at, closed_at)
            values (:id, :tenant, :account, :contact, 'OUTBOUND', :purpose, :objective, :agent,
              :number, 'ENDED', 'CANCELLED', 'CANCELLED', 'OPERATOR', cast(:receipt as jsonb),
              :created, :now, :now, :now)
            """)
        .param("id", entry.callId())
        .param("tenant", entry.tenantId())
        .param("account", entry.accountId())
        .param("contact", entry.contactId())
        .param("purpose", entry.purpose().wireName())
        .param("objective", entry.objective())
        .param("agent", entry.agentId())
        .param("number", entry.number().e164())
        .param("receipt", entry.receipt())
        .param("created", Moments.param(entry.createdAt()))
        .param("now", Moments.param(now))
        .update();
  }
}
