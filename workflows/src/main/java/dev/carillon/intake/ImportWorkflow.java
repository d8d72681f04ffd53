package dev.carillon.intake;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// One import of a list that is fetched: as durable as the outside system is slow.
@WorkflowInterface
public interface ImportWorkflow {

  @WorkflowMethod(name = "Import")
  ListIntake.Taken run(ListIntake.SheetImport order);
}
