package dev.carillon.activities.postgres.bookings;

import dev.carillon.activities.postgres.Books;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.activities.postgres.events.WorkOrders;
import dev.carillon.booking.AppointmentCalendar;

/// Bookings on a test database, with a calendar of the test's own.
public final class TestBookings {
  private final CalendarView view;
  private final Bookings bookings;

  /// No calendar but the business's own book.
  public TestBookings(TestDatabase database, Books books) {
    this(database, books, new NoCalendar());
  }

  public TestBookings(TestDatabase database, Books books, AppointmentCalendar calendar) {
    var made = new BookingsConfiguration();
    this.view =
        made.calendarView(
            calendar, database.transactions(), database.jdbc(), database.jsonb(), database.clock());
    this.bookings =
        made.bookings(
            database.jdbc(),
            database.jsonb(),
            view,
            new WorkOrders(database.jdbc(), database.jsonb(), database.ids()),
            books.events(),
            database.ids());
  }

  public CalendarView view() {
    return view;
  }

  public Bookings bookings() {
    return bookings;
  }
}
