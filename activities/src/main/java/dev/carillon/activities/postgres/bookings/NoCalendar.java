package dev.carillon.activities.postgres.bookings;

import dev.carillon.booking.AppointmentCalendar;
import dev.carillon.booking.CalendarEntry;
import dev.carillon.policy.ProviderState;

/// A business without a calendar elsewhere: its own book is all there is.
final class NoCalendar implements AppointmentCalendar {

  @Override
  public ProviderState state(StateQuery query) {
    return new ProviderState.Off();
  }

  @Override
  public BusyTimes busy(BusyQuery query) {
    return BusyTimes.OFF;
  }

  @Override
  public CalendarEntry book(AppointmentOrder order) {
    return new CalendarEntry.Off();
  }

  @Override
  public CalendarEntry move(AppointmentOrder order) {
    return new CalendarEntry.Off();
  }

  @Override
  public CalendarEntry cancel(Cancellation cancellation) {
    return new CalendarEntry.Off();
  }
}
