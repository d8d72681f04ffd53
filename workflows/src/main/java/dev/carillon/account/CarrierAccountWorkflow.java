package dev.carillon.account;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// Keeps one carrier account running: the pump that admits, and the sweep that asks after quiet
/// calls. Workflow id `account/{accountId}`.
@WorkflowInterface
public interface CarrierAccountWorkflow {

  @WorkflowMethod(name = "CarrierAccount")
  void run(AccountRef account);
}
