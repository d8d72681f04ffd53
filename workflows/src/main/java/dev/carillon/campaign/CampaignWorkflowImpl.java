package dev.carillon.campaign;

import dev.carillon.policy.ActivityPolicies;
import dev.carillon.policy.Waits;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;

/// Carries out commands, and looks whether the campaign is done whenever a journey says so, or once
/// in a while.
public final class CampaignWorkflowImpl implements CampaignWorkflow {
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final CampaignBook book = ActivityPolicies.BOOKS.stub(CampaignBook.class);
  private final CampaignRef campaign;
  private CampaignState state = CampaignState.DRAFT;
  private boolean told;

  @WorkflowInit
  public CampaignWorkflowImpl(CampaignRef campaign) {
    this.campaign = campaign;
  }

  @Override
  public CampaignAnswer run(CampaignRef start) {
    Workflow.await(Workflow::isEveryHandlerFinished);
    state = book.closeIfDone(campaign).state();
    while (open()) {
      Waits.untilOrFor(LOOK_AGAIN, "look whether it is done", () -> told || !open());
      if (open()) {
        told = false;
        state = book.closeIfDone(campaign).state();
      }
      if (open() && Workflow.getInfo().isContinueAsNewSuggested()) {
        Workflow.await(Workflow::isEveryHandlerFinished);
        Workflow.continueAsNew(campaign);
      }
    }
    if (state == CampaignState.COMPLETED) {
      tellOwner();
    }
    Workflow.await(Workflow::isEveryHandlerFinished);
    return new CampaignAnswer(true, state);
  }

  /// A draft needs no workflow, and an ended campaign none any more.
  private boolean open() {
    return state == CampaignState.RUNNING || state == CampaignState.PAUSED;
  }

  private void tellOwner() {
    try {
      ActivityPolicies.OUTSIDE.stub(CampaignBook.class).tellOwner(campaign);
    } catch (ActivityFailure notTold) {
      Workflow.getLogger(CampaignWorkflowImpl.class)
          .warn("the owner was not told that a campaign is finished");
    }
  }

  @Override
  public CampaignAnswer change(CampaignChange change) {
    var answer = book.apply(new CampaignBook.Command(campaign, change.command()));
    state = answer.state();
    Workflow.setCurrentDetails("Campaign is " + state + ".");
    return answer;
  }

  @Override
  public void journeyDone() {
    told = true;
  }

  @Override
  public CampaignAnswer state() {
    return new CampaignAnswer(true, state);
  }
}
