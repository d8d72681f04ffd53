package dev.carillon.account;

import dev.carillon.call.CancelReason;
import dev.carillon.call.CarrierReport;
import dev.carillon.campaign.CampaignRef;
import java.util.UUID;

/// Words to workflows in progress. All may be repeated; a workflow that is over is none of the
/// sender's business (false).
public interface WorkflowSignals {

  /// News of a call.
  boolean report(UUID callId, CarrierReport report);

  /// A call is to be ended.
  boolean cancelCall(UUID callId, CancelReason reason);

  /// A journey is to have no more attempts.
  boolean stopJourney(UUID campaignId, UUID contactId, CancelReason reason);

  /// The last journey of the campaign may have got its outcome.
  void journeyDone(CampaignRef campaign);
}
