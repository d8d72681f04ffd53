package dev.carillon.activities.postgres;

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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// Stands for Temporal and remembers what it was told.
public final class Told implements Admissions, WorkflowSignals {
  private final List<UUID> admitted = new CopyOnWriteArrayList<>();
  private final List<UUID> started = new CopyOnWriteArrayList<>();
  private final List<JourneyStart> journeys = new CopyOnWriteArrayList<>();
  private final List<UUID> cancelled = new CopyOnWriteArrayList<>();
  private final List<UUID> stopped = new CopyOnWriteArrayList<>();
  private final List<UUID> bookings = new CopyOnWriteArrayList<>();
  private final List<UUID> texts = new CopyOnWriteArrayList<>();
  private final List<UUID> done = new CopyOnWriteArrayList<>();
  private final AtomicBoolean away = new AtomicBoolean();

  /// From now on every word to it fails, or gets through again.
  public void away(boolean isAway) {
    away.set(isAway);
  }

  /// Calls of journeys that were admitted, repetitions included.
  public List<UUID> admitted() {
    return List.copyOf(admitted);
  }

  /// Single calls that were started.
  public List<UUID> started() {
    return List.copyOf(started);
  }

  public List<JourneyStart> journeys() {
    return List.copyOf(journeys);
  }

  /// Calls that are to be ended.
  public List<UUID> cancelled() {
    return List.copyOf(cancelled);
  }

  /// Contacts whose journeys are to stop.
  public List<UUID> stopped() {
    return List.copyOf(stopped);
  }

  /// Appointments that the calendar is to follow.
  public List<UUID> bookings() {
    return List.copyOf(bookings);
  }

  /// Texts that threads were told of.
  public List<UUID> texts() {
    return List.copyOf(texts);
  }

  /// Campaigns that may be done.
  public List<UUID> done() {
    return List.copyOf(done);
  }

  @Override
  public void bookingChanged(BookingRef booking) {
    bookings.add(booking.appointmentId());
  }

  @Override
  public void textReceived(ThreadStart thread, UUID messageId) {
    texts.add(messageId);
  }

  @Override
  public void admitJourney(JourneyStart journey, Permit permit) {
    mustBeThere();
    journeys.add(journey);
    admitted.add(permit.callId());
  }

  @Override
  public void startCall(CallStart call) {
    mustBeThere();
    started.add(call.callId());
  }

  @Override
  public boolean report(UUID callId, CarrierReport report) {
    return true;
  }

  @Override
  public boolean cancelCall(UUID callId, CancelReason reason) {
    mustBeThere();
    cancelled.add(callId);
    return true;
  }

  @Override
  public boolean stopJourney(UUID campaignId, UUID contactId, CancelReason reason) {
    mustBeThere();
    stopped.add(contactId);
    return true;
  }

  @Override
  public void journeyDone(CampaignRef campaign) {
    mustBeThere();
    done.add(campaign.campaignId());
  }

  private void mustBeThere() {
    if (away.get()) {
      throw new IllegalStateException("nobody there");
    }
  }
}
