package dev.carillon.campaign;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// One campaign as a small entity: it opens and closes the campaign, it does not dial. Workflow id
/// `campaign/{campaignId}`.
@WorkflowInterface
public interface CampaignWorkflow {

  @WorkflowMethod(name = "Campaign")
  CampaignAnswer run(CampaignRef campaign);

  /// Start, pause, resume, cancel. Sent as update-with-start, so that a draft needs no workflow.
  @UpdateMethod(name = "change")
  CampaignAnswer change(CampaignChange change);

  /// The last journey may have got its outcome: look, and close the campaign when it is so.
  @SignalMethod(name = "journeyDone")
  void journeyDone();

  @QueryMethod(name = "state")
  CampaignAnswer state();
}
