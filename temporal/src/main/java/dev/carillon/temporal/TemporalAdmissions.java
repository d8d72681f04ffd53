package dev.carillon.temporal;

import dev.carillon.account.Admissions;
import dev.carillon.account.WorkflowSignals;
import dev.carillon.booking.BookingRef;
import dev.carillon.call.CallStart;
import dev.carillon.call.CancelReason;
import dev.carillon.call.CarrierReport;
import dev.carillon.campaign.CampaignRef;
import dev.carillon.campaign.JourneyStart;
import dev.carillon.campaign.Permit;
import dev.carillon.conversation.ThreadStart;
import java.util.UUID;

/// Starts and tells workflows on behalf of the books.
public final class TemporalAdmissions implements Admissions, WorkflowSignals {
  private final CallWorkflows calls;
  private final CampaignWorkflows campaigns;
  private final ConversationWorkflows conversations;

  public TemporalAdmissions(
      CallWorkflows calls, CampaignWorkflows campaigns, ConversationWorkflows conversations) {
    this.calls = calls;
    this.campaigns = campaigns;
    this.conversations = conversations;
  }

  @Override
  public void admitJourney(JourneyStart journey, Permit permit) {
    campaigns.admit(journey, permit);
  }

  @Override
  public void startCall(CallStart call) {
    calls.start(call);
  }

  @Override
  public void bookingChanged(BookingRef booking) {
    conversations.bookingChanged(booking);
  }

  @Override
  public void textReceived(ThreadStart thread, UUID messageId) {
    conversations.received(thread, messageId);
  }

  @Override
  public boolean report(UUID callId, CarrierReport report) {
    return calls.reported(callId, report);
  }

  @Override
  public boolean cancelCall(UUID callId, CancelReason reason) {
    return calls.cancel(callId, reason);
  }

  @Override
  public boolean stopJourney(UUID campaignId, UUID contactId, CancelReason reason) {
    return campaigns.stop(campaignId, contactId, reason);
  }

  @Override
  public void journeyDone(CampaignRef campaign) {
    campaigns.journeyDone(campaign);
  }
}
