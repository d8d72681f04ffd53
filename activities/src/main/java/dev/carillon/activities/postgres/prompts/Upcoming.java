package dev.carillon.activities.postgres.prompts;

import dev.carillon.activities.postgres.Moments;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Appointments of one person that lie ahead.
public final class Upcoming {
  private static final int MOST = 5;

  private final JdbcClient jdbc;

  public Upcoming(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All that are on, soonest first.
  public List<Situation.Ahead> all(UUID contactId, Instant now) {
    return read(contactId, now, "'BOOKED', 'CONFIRMED', 'RESCHEDULED'", MOST);
  }

  /// The next one that nobody has confirmed, if there is one.
  public List<Situation.Ahead> toConfirm(UUID contactId, Instant now) {
    return read(contactId, now, "'BOOKED', 'RESCHEDULED'", 1);
  }

  private List<Situation.Ahead> read(UUID contactId, Instant now, String states, int most) {
    return jdbc.sql(
            """
            select starts_at, service, place from appointment
            where contact_id = :contact and status in (%s) and starts_at > :now
            order by starts_at limit :most
            """
                .formatted(states))
        .param("contact", contactId)
        .param("now", Moments.param(now))
        .param("most", most)
        .query((row, _) ->
            new Situation.Ahead(
                Moments.read(row, "starts_at"), row.getString("service"), row.getString("place")))
        .list();
  }
}
