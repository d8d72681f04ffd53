package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.Books;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.activities.postgres.bookings.TestBookings;
import dev.carillon.activities.postgres.dialling.DialQueue;
import dev.carillon.activities.postgres.prompts.PastTalks;
import dev.carillon.call.ToolDesk;
import dev.carillon.conversation.Messaging;
import java.util.List;

/// The tools of conversations on a test database.
final class ToolDesks {
  private ToolDesks() {}

  static ToolDesk on(TestDatabase database, Books books) {
    var made = new ToolsConfiguration();
    var jdbc = database.jdbc();
    var bookings = new TestBookings(database, books);
    return made.toolDesk(
        jdbc,
        database.transactions(),
        List.of(
            made.bookingTools(jdbc, bookings.bookings(), bookings.view(), new PastTalks(jdbc)),
            made.consentTools(jdbc, books.events(), database.ids(), database.clock()),
            made.officeTools(jdbc, new DialQueue(jdbc), database.ids(), database.jsonb())),
        database.jsonb(),
        books.events(),
        _ -> Messaging.Delivery.SENT,
        database.clock());
  }
}
