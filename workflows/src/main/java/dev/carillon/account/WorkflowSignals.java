package dev.carillon.account;

import dev.carillon.booking.BookingRef;
import dev.carillon.call.CallStart;
import dev.carillon.call.CancelReason;
import dev.carillon.call.CarrierReport;
import dev.carillon.campaign.CampaignRef;
import dev.carillon.conversation.ThreadStart;
import java.util.UUID;

/// Words to workflows in progress. All may be repeated; a workflow that is over is none of the
/// sender's business (false).
public interface WorkflowSignals {

  /// Begins a call that came in.
  void startCall(CallStart call);

  /// Tells the person's thread of a text, and begins one when there is none.
  void textReceived(ThreadStart thread, UUID messageId);

  /// An appointment was booked, moved or cancelled: the calendar is to follow.
  void bookingChanged(BookingRef booking);

  /// News of a call.
  boolean report(UUID callId, CarrierReport report);

  /// A call is to be ended.
  boolean cancelCall(UUID callId, CancelReason reason);

  /// A journey is to have no more attempts.
  boolean stopJourney(UUID campaignId, UUID contactId, CancelReason reason);

  /// The last journey of the campaign may have got its outcome.
  void journeyDone(CampaignRef campaign);
}
