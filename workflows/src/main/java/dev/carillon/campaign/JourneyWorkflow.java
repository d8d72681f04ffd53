package dev.carillon.campaign;

import dev.carillon.call.CancelCall;
import dev.carillon.call.Outcome;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// One contact's path through one campaign, started by signal-with-start from the pump. Workflow id
/// `journey/{campaignId}/{contactId}`.
@WorkflowInterface
public interface JourneyWorkflow {

  @WorkflowMethod(name = "Journey")
  JourneyEnd run(JourneyStart start);

  @SignalMethod(name = "admit")
  void admit(Permit permit);

  /// No more attempts: the campaign was cancelled, or the person may not be called any more.
  @SignalMethod(name = "stop")
  void stop(CancelCall cancel);

  /// Exactly one outcome.
  record JourneyEnd(Outcome outcome, String reason) {}
}
