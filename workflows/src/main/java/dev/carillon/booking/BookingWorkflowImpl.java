package dev.carillon.booking;

import dev.carillon.policy.ActivityPolicies;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;

/// Brings the calendar to what the book says, as often as the book changes.
public final class BookingWorkflowImpl implements BookingWorkflow {
  private final BookingBook book = ActivityPolicies.BOOKS.stub(BookingBook.class);
  private final AppointmentCalendar calendar =
      ActivityPolicies.PROMISE.stub(AppointmentCalendar.class);
  private boolean changed = true;

  @Override
  public void run(BookingRef booking) {
    while (changed) {
      changed = false;
      follow(booking);
    }
  }

  @Override
  public void changed() {
    changed = true;
  }

  private void follow(BookingRef booking) {
    var wanted = book.wanted(booking);
    var order = wanted.entry();
    if (wanted.settled() || order == null) {
      return;
    }
    if (wanted.cancelled()) {
      remove(booking, wanted.revision());
      return;
    }
    try {
      settle(booking, wanted.revision(), calendar.book(order));
    } catch (ActivityFailure refused) {
      Workflow.getLogger(BookingWorkflowImpl.class)
          .warn("the calendar does not take an appointment, it is taken back");
      takeBack(booking, wanted.revision());
    }
  }

  private void remove(BookingRef booking, int revision) {
    settle(
        booking,
        revision,
        calendar.cancel(
            new AppointmentCalendar.Cancellation(booking.tenantId(), booking.appointmentId())));
  }

  private void settle(BookingRef booking, int revision, CalendarEntry entry) {
    book.settled(
        switch (entry) {
          case CalendarEntry.Written written ->
              new BookingBook.Settlement(booking, revision, written.eventId(), written.link());
          case CalendarEntry.Removed _, CalendarEntry.Off _ ->
              new BookingBook.Settlement(booking, revision, null, null);
        });
  }

  /// What was promised is not left standing half: first the book, with word to the person, then the
  /// entry that may be there.
  private void takeBack(BookingRef booking, int revision) {
    book.takeBack(new BookingBook.TakeBack(booking, revision));
    var after = book.wanted(booking);
    if (after.cancelled()) {
      remove(booking, after.revision());
    }
  }
}
