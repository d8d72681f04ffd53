package dev.carillon.bench.attempts;

import dev.carillon.call.CallStart;
import dev.carillon.call.CarrierReport;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// A call without any thought: placed, over, closed.
@WorkflowInterface
public interface BareCall {

  @WorkflowMethod(name = "BareCall")
  void run(CallStart call);

  @SignalMethod(name = "carrierReported")
  void carrierReported(CarrierReport report);
}
