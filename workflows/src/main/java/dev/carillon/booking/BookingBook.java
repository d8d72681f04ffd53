package dev.carillon.booking;

import dev.carillon.booking.AppointmentCalendar.AppointmentOrder;
import dev.carillon.call.Acknowledged;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import org.jspecify.annotations.Nullable;

/// The business's book of appointments, as far as the calendar has to follow it. Every method may
/// be repeated.
@ActivityInterface
public interface BookingBook {

  /// What the calendar should hold of the appointment.
  @ActivityMethod(name = "BookingBook_wanted")
  Wanted wanted(BookingRef booking);

  /// The calendar holds this revision now.
  @ActivityMethod(name = "BookingBook_settled")
  Acknowledged settled(Settlement settlement);

  /// The time cannot be kept: the appointment is cancelled, unless it has changed since, and the
  /// person is told by text.
  @ActivityMethod(name = "BookingBook_takeBack")
  Acknowledged takeBack(TakeBack order);

  /// What is wanted.
  ///
  /// @param settled the calendar has this revision already
  /// @param entry null: there is no such appointment
  /// @param cancelled the entry is to go
  record Wanted(
      int revision, boolean settled, boolean cancelled, @Nullable AppointmentOrder entry) {}

  /// See [BookingBook#settled].
  record Settlement(
      BookingRef booking, int revision, @Nullable String eventId, @Nullable String link) {}

  /// See [BookingBook#takeBack].
  record TakeBack(BookingRef booking, int revision) {}
}
