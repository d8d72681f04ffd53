package dev.carillon.api.listening;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.api.calls.TimeLimit;
import dev.carillon.call.OperatorOrder;
import dev.carillon.temporal.CallNotReached;
import dev.carillon.temporal.CallWorkflows;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/// Brings orders to the workflow of a call that is being talked, and writes down who gave them.
final class LiveOrders {
  private final LiveCalls calls;
  private final CallWorkflows workflows;
  private final TimeLimit limit;
  private final TenantTransactions transactions;
  private final Events events;
  private final InstantSource clock;

  LiveOrders(
      LiveCalls calls,
      CallWorkflows workflows,
      TimeLimit limit,
      TenantTransactions transactions,
      Events events,
      InstantSource clock) {
    this.calls = calls;
    this.workflows = workflows;
    this.limit = limit;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /// Gives an order, once per `key`.
  ///
  /// @throws dev.carillon.api.web.problem.ProblemException 409 when nobody talks
  void give(UUID tenantId, UUID callId, String key, OperatorOrder order, String by) {
    var call = calls.find(tenantId, callId);
    boolean taken = limit.ask("order on a call", () -> taken(callId, "order-" + key, order));
    if (!taken) {
      throw LiveCalls.notTalked();
    }
    calls.audit(tenantId, callId, by, action(order), detail(order));
    transactions.run(
        tenantId,
        () ->
            events.append(
                Event.ofCall(
                    tenantId,
                    clock.instant(),
                    type(order),
                    callId,
                    call.campaignId(),
                    call.contactId(),
                    detail(order))));
  }

  private boolean taken(UUID callId, String id, OperatorOrder order) {
    try {
      return workflows.order(callId, id, order).accepted();
    } catch (CallNotReached gone) {
      if (gone.absent()) {
        return false;
      }
      throw gone;
    }
  }

  private static String action(OperatorOrder order) {
    return switch (order) {
      case OperatorOrder.Say _ -> "speak through the agent";
      case OperatorOrder.PauseRecording _ -> "pause the recording";
      case OperatorOrder.ResumeRecording _ -> "resume the recording";
    };
  }

  private static String type(OperatorOrder order) {
    return switch (order) {
      case OperatorOrder.Say _ -> "operator_spoke";
      case OperatorOrder.PauseRecording _ -> "recording_paused";
      case OperatorOrder.ResumeRecording _ -> "recording_resumed";
    };
  }

  private static Map<String, Object> detail(OperatorOrder order) {
    return order instanceof OperatorOrder.Say say
        ? Map.of("text", say.text(), "exact", say.exact())
        : Map.of();
  }
}
