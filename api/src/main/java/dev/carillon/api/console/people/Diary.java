package dev.carillon.api.console.people;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.api.console.words.Chip;
import dev.carillon.api.console.words.Clock;
import dev.carillon.api.console.words.PhoneText;
import dev.carillon.api.console.words.Tone;
import dev.carillon.api.console.words.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads appointments by day, in the tenant's transaction that is under way.
final class Diary {
  private static final int SHOWN = 200;
  private static final String APPOINTMENTS =
      """
      select a.*, c.name, c.phone_number from appointment a join contact c on c.id = a.contact_id
      """;

  private final JdbcClient jdbc;

  Diary(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Those that have not begun yet, soonest first.
  List<Day> coming(Clock clock) {
    return days(
        jdbc.sql(APPOINTMENTS + "where a.starts_at >= :now order by a.starts_at, a.id limit :shown")
            .param("now", Moments.param(clock.now()))
            .param("shown", SHOWN)
            .query((row, _) -> entry(row, clock))
            .list(),
        clock);
  }

  /// Those that are over or have begun, latest first.
  List<Day> past(Clock clock) {
    return days(
        jdbc.sql(
                APPOINTMENTS
                    + "where a.starts_at < :now order by a.starts_at desc, a.id limit :shown")
            .param("now", Moments.param(clock.now()))
            .param("shown", SHOWN)
            .query((row, _) -> entry(row, clock))
            .list(),
        clock);
  }

  /// Those of one contact, latest first.
  List<Entry> of(UUID contactId, Clock clock) {
    return jdbc.sql(
            APPOINTMENTS + "where a.contact_id = :contact order by a.starts_at desc limit :shown")
        .param("contact", contactId)
        .param("shown", SHOWN)
        .query((row, _) -> entry(row, clock))
        .list();
  }

  private static List<Day> days(List<Entry> entries, Clock clock) {
    var days = new ArrayList<Day>();
    for (var entry : entries) {
      var name = Words.capital(clock.day(entry.at()));
      if (days.isEmpty() || !days.getLast().name().equals(name)) {
        days.add(new Day(name, new ArrayList<>()));
      }
      days.getLast().entries().add(entry);
    }
    return days;
  }

  private static Entry entry(ResultSet row, Clock clock) throws SQLException {
    var name = row.getString("name");
    var number = PhoneText.of(row.getString("phone_number"));
    var starts = Moments.read(row, "starts_at");
    var status = row.getString("status");
    return new Entry(
        row.getObject("id", UUID.class),
        row.getObject("contact_id", UUID.class),
        name == null || name.isBlank() ? number : name,
        number,
        starts,
        clock.time(starts),
        Words.capital(clock.when(starts)),
        row.getInt("duration_minutes") + " min",
        row.getString("service"),
        chip(status),
        !status.equals("CANCELLED") && starts.isAfter(clock.now()));
  }

  private static Chip chip(String status) {
    return switch (status) {
      case "CONFIRMED" -> new Chip("Confirmed", Tone.GOOD);
      case "RESCHEDULED" -> new Chip("Moved", Tone.WARM);
      case "CANCELLED" -> new Chip("Cancelled", Tone.PLAIN);
      default -> new Chip("Booked", Tone.CALM);
    };
  }

  /// The appointments of one day.
  record Day(String name, List<Entry> entries) {}

  /// One appointment.
  ///
  /// @param open whether it can still be cancelled
  record Entry(
      UUID id,
      UUID contactId,
      String person,
      String number,
      Instant at,
      String time,
      String when,
      String length,
      @Nullable String service,
      Chip chip,
      boolean open) {}
}
