package dev.carillon.account;

import dev.carillon.policy.ActivityPolicies;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;

/// Pump and sweep side by side; when one ends its stretch the next begins. A pump that fails for
/// good is started anew.
public final class CarrierAccountWorkflowImpl implements CarrierAccountWorkflow {
  private static final int STRETCHES = 200;

  private final DialPump pump = ActivityPolicies.longRunning(DialPump.class);
  private final CarrierSweep sweep = ActivityPolicies.longRunning(CarrierSweep.class);

  @Override
  public void run(AccountRef account) {
    Workflow.setCurrentDetails("Admits due calls and asks the carrier about quiet ones.");
    Promise.allOf(Async.procedure(() -> pumpFor(account)), Async.procedure(() -> sweepFor(account)))
        .get();
    Workflow.continueAsNew(account);
  }

  private void pumpFor(AccountRef account) {
    for (var i = 0; i < STRETCHES; i++) {
      try {
        pump.run(account);
      } catch (ActivityFailure failed) {
        Workflow.getLogger(CarrierAccountWorkflowImpl.class).warn("the pump ended early");
      }
    }
  }

  private void sweepFor(AccountRef account) {
    for (var i = 0; i < STRETCHES; i++) {
      try {
        sweep.run(account);
      } catch (ActivityFailure failed) {
        Workflow.getLogger(CarrierAccountWorkflowImpl.class).warn("the sweep ended early");
      }
    }
  }
}
