package dev.carillon.activities.postgres.people;

import dev.carillon.activities.postgres.Moments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Appointments of the tenant whose transaction is under way: one at a time.
public final class Appointments {
  private final JdbcClient jdbc;

  Appointments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Stores a new or a changed appointment.
  ///
  /// @return false when another one holds part of the time; nothing is stored then
  public boolean put(UUID tenantId, Appointment appointment) {
    // Two at once for one slot: the second waits here and then sees the first.
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('appointment/' || :tenant, 0))")
        .param("tenant", tenantId.toString())
        .query((_, _) -> true)
        .single();
    if (!appointment.status().equals("CANCELLED") && taken(appointment)) {
      return false;
    }
    bound(
            """
            insert into appointment (id, tenant_id, contact_id, starts_at, duration_minutes, service,
              place, notes, status, calendar_event_id, created_at, updated_at)
            values (:id, :tenant, :contact, :starts, :minutes, :service,
              :place, :notes, :status, :event, :created, :updated)
            on conflict (id) do update set contact_id = excluded.contact_id,
              starts_at = excluded.starts_at, duration_minutes = excluded.duration_minutes,
              service = excluded.service, place = excluded.place, notes = excluded.notes,
              status = excluded.status, calendar_event_id = excluded.calendar_event_id,
              updated_at = excluded.updated_at
            """,
            appointment)
        .param("tenant", tenantId)
        .update();
    return true;
  }

  private boolean taken(Appointment appointment) {
    return jdbc.sql(
            """
            select exists (
              select 1 from appointment
              where id <> :id and status <> 'CANCELLED' and starts_at < :ends
                and starts_at > :starts - interval '1 day'
                and starts_at + make_interval(mins => duration_minutes) > :starts)
            """)
        .param("id", appointment.id())
        .param("starts", Moments.param(appointment.startsAt()))
        .param("ends", Moments.param(appointment.endsAt()))
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  public Optional<Appointment> find(UUID id) {
    return jdbc.sql("select * from appointment where id = :id")
        .param("id", id)
        .query(Appointments::appointment)
        .optional();
  }

  /// Those that begin from `from` on and before `to`, soonest first.
  public List<Appointment> list(
      @Nullable Instant from, @Nullable Instant to, @Nullable UUID contactId, Slice slice) {
    var sql = new StringBuilder("select * from appointment where true");
    if (from != null) {
      sql.append(" and starts_at >= :from");
    }
    if (to != null) {
      sql.append(" and starts_at < :to");
    }
    if (contactId != null) {
      sql.append(" and contact_id = :contact");
    }
    if (slice.after() != null) {
      sql.append(" and (starts_at, id) > (:at, :id)");
    }
    sql.append(" order by starts_at, id limit :rows");
    var query =
        jdbc.sql(sql.toString())
            .param("from", Moments.paramOrNull(from))
            .param("to", Moments.paramOrNull(to))
            .param("contact", contactId)
            .param("rows", slice.rows());
    return slice.bind(query).query(Appointments::appointment).list();
  }

  private StatementSpec bound(String sql, Appointment appointment) {
    return jdbc.sql(sql)
        .param("id", appointment.id())
        .param("contact", appointment.contactId())
        .param("starts", Moments.param(appointment.startsAt()))
        .param("minutes", appointment.durationMinutes())
        .param("service", appointment.service())
        .param("place", appointment.place())
        .param("notes", appointment.notes())
        .param("status", appointment.status())
        .param("event", appointment.calendarEventId())
        .param("created", Moments.param(appointment.createdAt()))
        .param("updated", Moments.param(appointment.updatedAt()));
  }

  private static Appointment appointment(ResultSet row, int number) throws SQLException {
    return new Appointment(
        row.getObject("id", UUID.class),
        row.getObject("contact_id", UUID.class),
        Moments.read(row, "starts_at"),
        row.getInt("duration_minutes"),
        row.getString("service"),
        row.getString("place"),
        row.getString("notes"),
        row.getString("status"),
        row.getString("calendar_event_id"),
        Moments.read(row, "created_at"),
        Moments.read(row, "updated_at"));
  }
}
