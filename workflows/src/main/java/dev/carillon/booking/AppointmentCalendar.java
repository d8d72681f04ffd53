package dev.carillon.booking;

import dev.carillon.policy.ProviderState;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The calendar of a business, which its people use as well. Our appointment's id makes the
/// calendar's, so that everything here may be repeated, also when an answer was lost: the same
/// appointment is the same event.
///
/// A calendar without credentials is off: every answer says so, none fails. Otherwise each method
/// throws [dev.carillon.policy.ProviderFailure]: REJECTED when the calendar refuses what was asked
/// (or our credentials), UNAVAILABLE when nothing was done, UNKNOWN when it may have been. The last
/// two are to be repeated; whoever gives up after UNKNOWN has to `cancel`.
@ActivityInterface
public interface AppointmentCalendar {

  /// Whether it is on, can be reached, and may be written to. Asks the calendar.
  @ActivityMethod(name = "AppointmentCalendar_state")
  ProviderState state(StateQuery query);

  /// When something stands in it, ours or not: joined, in order, cut to what was asked for. Holds
  /// for the moment of asking only; nothing is reserved.
  @ActivityMethod(name = "AppointmentCalendar_busy")
  BusyTimes busy(BusyQuery query);

  /// Enters the appointment and invites its attendee. One that stands there already is brought up
  /// to date; one that somebody has deleted there stands again. Does not look for other entries at
  /// that time.
  @ActivityMethod(name = "AppointmentCalendar_book")
  CalendarEntry book(AppointmentOrder order);

  /// Gives the appointment a new time, and everything else as `order` has it; tells the attendee.
  /// Enters it when it is not there.
  @ActivityMethod(name = "AppointmentCalendar_move")
  CalendarEntry move(AppointmentOrder order);

  /// Takes the appointment out and tells the attendee; one that is not there is out already.
  @ActivityMethod(name = "AppointmentCalendar_cancel")
  CalendarEntry cancel(Cancellation cancellation);

  record StateQuery(UUID tenantId) {}

  /// What stretch of time is asked about: up to 60 days, `to` after `from`.
  record BusyQuery(UUID tenantId, Instant from, Instant to) {

    public BusyQuery {
      if (!to.isAfter(from) || Duration.between(from, to).compareTo(Duration.ofDays(60)) > 0) {
        throw new IllegalArgumentException("a stretch of up to 60 days is asked about");
      }
    }
  }

  /// An appointment as it is to stand in the calendar. Its texts are for people there.
  ///
  /// @param appointmentId ours
  /// @param title such as `Oil Change - Ada Byron`
  /// @param text below it: vehicle, phone number, notes
  /// @param attendeeEmail who is invited, or null for nobody
  record AppointmentOrder(
      UUID tenantId,
      UUID appointmentId,
      Instant startsAt,
      Duration length,
      String title,
      @Nullable String text,
      @Nullable String place,
      @Nullable String attendeeEmail) {

    public AppointmentOrder {
      if (length.isNegative() || length.isZero()) {
        throw new IllegalArgumentException("an appointment takes time");
      }
    }

    /// Where it ends.
    public Instant ends() {
      return startsAt.plus(length);
    }

    /// The id only: the rest is personal.
    @Override
    public String toString() {
      return "AppointmentOrder[" + appointmentId + "]";
    }
  }

  record Cancellation(UUID tenantId, UUID appointmentId) {}

  /// A stretch in which something stands in the calendar, `to` not included.
  record Stretch(Instant from, Instant to) {}

  /// What [#busy] found. Wrapped, since a bare list loses its type between workers.
  ///
  /// @param on whether there is a calendar that was asked; without one nothing is known
  record BusyTimes(boolean on, List<Stretch> stretches) {
    /// There is no calendar.
    public static final BusyTimes OFF = new BusyTimes(false, List.of());

    public BusyTimes {
      stretches = List.copyOf(stretches);
    }
  }
}
