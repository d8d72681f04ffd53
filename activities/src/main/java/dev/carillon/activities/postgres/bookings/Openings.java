package dev.carillon.activities.postgres.bookings;

import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.LocalTimes;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.settings.Business.DaySpan;
import dev.carillon.booking.OpenSlots;
import dev.carillon.booking.OpeningHours;
import dev.carillon.booking.Taken;
import dev.carillon.compliance.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// Free times of the tenant whose transaction is under way: its hours, its own appointments, and
/// what its calendar holds beside them.
public final class Openings {
  private static final TypeReference<List<Window>> HOURS = new TypeReference<>() {};
  private static final Duration AHEAD = Duration.ofDays(40);
  private static final Duration NOTICE = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Jsonb json;
  private final CalendarView calendar;

  Openings(JdbcClient jdbc, Jsonb json, CalendarView calendar) {
    this.jdbc = jdbc;
    this.json = json;
    this.calendar = calendar;
  }

  /// What is free, or why nobody can say.
  public sealed interface View {
    record Known(OpenSlots slots, Duration length) implements View {}

    record Unknown(String why) implements View {}
  }

  /// What is free from now on.
  ///
  /// @param except an appointment that is about to move, and stands in nobody's way
  public View at(Instant now, @Nullable UUID except) {
    var opening = opening();
    if (opening.hours().isEmpty()) {
      return new View.Unknown(
          "the business has not said when it is open; take the wish down with capture_lead");
    }
    var seen = calendar.lastSeen(now);
    if (seen.isEmpty()) {
      return new View.Unknown(
          "the calendar cannot be seen at the moment; take the wish down with capture_lead");
    }
    var moving = except == null ? Optional.<Taken>empty() : stretch(except);
    var taken = new ArrayList<>(own(now, except));
    seen.get().stream()
        .filter(stretch -> moving.filter(stretch::equals).isEmpty())
        .forEach(taken::add);
    return new View.Known(new OpenSlots(opening, taken, now), opening.length());
  }

  private OpeningHours opening() {
    return jdbc.sql(
            """
            select time_zone, hours, lunch, appointment_minutes, appointment_buffer_minutes
            from business
            """)
        .query((row, _) -> opening(row))
        .single();
  }

  private OpeningHours opening(ResultSet row) throws SQLException {
    var lunch = json.readOrNull(row.getString("lunch"), DaySpan.class);
    return new OpeningHours(
        LocalTimes.zone(row.getString("time_zone"), ZoneOffset.UTC),
        json.read(row.getString("hours"), HOURS),
        lunch == null ? null : new OpeningHours.Break(lunch.from(), lunch.to()),
        Duration.ofMinutes(row.getInt("appointment_minutes")),
        Duration.ofMinutes(row.getInt("appointment_buffer_minutes")),
        NOTICE);
  }

  private List<Taken> own(Instant now, @Nullable UUID except) {
    return jdbc.sql(
            """
            select starts_at, duration_minutes from appointment
            where status <> 'CANCELLED' and starts_at > :from and starts_at < :to
              and (cast(:except as uuid) is null or id <> :except)
            """)
        .param("from", Moments.param(now.minus(Duration.ofDays(1))))
        .param("to", Moments.param(now.plus(AHEAD)))
        .param("except", except)
        .query((row, _) -> taken(row))
        .list();
  }

  private Optional<Taken> stretch(UUID appointment) {
    return jdbc.sql("select starts_at, duration_minutes from appointment where id = :id")
        .param("id", appointment)
        .query((row, _) -> taken(row))
        .optional();
  }

  private static Taken taken(ResultSet row) throws SQLException {
    var begin = Moments.read(row, "starts_at");
    return new Taken(begin, begin.plus(Duration.ofMinutes(row.getInt("duration_minutes"))));
  }
}
