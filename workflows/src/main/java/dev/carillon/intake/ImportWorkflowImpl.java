package dev.carillon.intake;

import dev.carillon.policy.ActivityPolicies;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;

/// Tries to take the list in, for hours if need be, then gives it up so that no import stays open.
public final class ImportWorkflowImpl implements ImportWorkflow {
  private final ListIntake intake = ActivityPolicies.list(ListIntake.class);
  private final ListIntake books = ActivityPolicies.BOOKS.stub(ListIntake.class);

  @Override
  public ListIntake.Taken run(ListIntake.SheetImport order) {
    Workflow.setCurrentDetails("Reads a list of people from a spreadsheet.");
    var taken = takeIn(order);
    Workflow.setCurrentDetails("Ended as " + taken.state() + ".");
    return taken;
  }

  private ListIntake.Taken takeIn(ListIntake.SheetImport order) {
    try {
      return intake.takeIn(order);
    } catch (ActivityFailure failure) {
      if (failure.getCause() instanceof CanceledFailure) {
        throw failure;
      }
      return books.giveUp(order);
    }
  }
}
