package dev.carillon.bench.attempts;

import dev.carillon.campaign.JourneyStart;
import dev.carillon.campaign.Permit;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// A journey without any thought: one permit, one call, one outcome.
@WorkflowInterface
public interface BareJourney {

  @WorkflowMethod(name = "BareJourney")
  void run(JourneyStart journey);

  @SignalMethod(name = "admit")
  void admit(Permit permit);
}
