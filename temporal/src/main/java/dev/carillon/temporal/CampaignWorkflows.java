package dev.carillon.temporal;

import dev.carillon.call.CancelCall;
import dev.carillon.call.CancelReason;
import dev.carillon.campaign.CampaignAnswer;
import dev.carillon.campaign.CampaignChange;
import dev.carillon.campaign.CampaignCommand;
import dev.carillon.campaign.CampaignRef;
import dev.carillon.campaign.CampaignWorkflow;
import dev.carillon.campaign.JourneyStart;
import dev.carillon.campaign.Permit;
import dev.carillon.policy.WorkflowIds;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateStage;
import java.util.UUID;

/// Messages to campaigns and journeys.
public final class CampaignWorkflows {
  private final WorkflowClient client;

  public CampaignWorkflows(TemporalConnection connection) {
    this.client = connection.client();
  }

  /// Start, pause, resume or cancel; blocks until the books are written. `done` is false when the
  /// campaign's state does not allow it.
  public CampaignAnswer change(CampaignRef campaign, CampaignCommand command) {
    var stub = client.newWorkflowStub(CampaignWorkflow.class, Starts.campaign(campaign));
    return WorkflowClient.executeUpdateWithStart(
        stub::change,
        new CampaignChange(command),
        UpdateOptions.newBuilder(CampaignAnswer.class)
            .setWaitForStage(WorkflowUpdateStage.COMPLETED)
            .build(),
        new WithStartWorkflowOperation<>(stub::run, campaign));
  }

  /// A journey has got its outcome; the campaign may be done.
  public void journeyDone(CampaignRef campaign) {
    try {
      client
          .newUntypedWorkflowStub(WorkflowIds.campaign(campaign.campaignId()))
          .signal("journeyDone");
    } catch (WorkflowNotFoundException _) {
      // Closed already.
    }
  }

  /// Admits a journey to its next attempt, starting its workflow with the first.
  public void admit(JourneyStart journey, Permit permit) {
    Starts.journey(client, journey, permit);
  }

  /// Tells a journey that there will be no more attempts.
  ///
  /// @return false when it has no workflow in progress
  public boolean stop(UUID campaignId, UUID contactId, CancelReason reason) {
    try {
      client
          .newUntypedWorkflowStub(WorkflowIds.journey(campaignId, contactId))
          .signal("stop", new CancelCall(reason));
      return true;
    } catch (WorkflowNotFoundException _) {
      return false;
    }
  }
}
