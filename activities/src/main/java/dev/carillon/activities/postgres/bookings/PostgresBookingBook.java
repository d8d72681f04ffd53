package dev.carillon.activities.postgres.bookings;

import dev.carillon.activities.postgres.LocalTimes;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.booking.AppointmentCalendar.AppointmentOrder;
import dev.carillon.booking.BookingBook;
import dev.carillon.booking.BookingRef;
import dev.carillon.call.Acknowledged;
import dev.carillon.conversation.Messaging;
import dev.carillon.phone.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the calendar has to follow, from the rows of appointments.
final class PostgresBookingBook implements BookingBook {
  private final TenantTransactions transactions;
  private final JdbcClient jdbc;
  private final Events events;
  private final Messaging messaging;
  private final InstantSource clock;

  PostgresBookingBook(
      TenantTransactions transactions,
      JdbcClient jdbc,
      Events events,
      Messaging messaging,
      InstantSource clock) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.events = events;
    this.messaging = messaging;
    this.clock = clock;
  }

  @Override
  public Wanted wanted(BookingRef booking) {
    return transactions.in(
        booking.tenantId(),
        () ->
            jdbc.sql(
                    """
                    select a.*, c.name as person, c.phone_number, b.time_zone,
                      concat_ws(' ', v.model_year, v.make, v.model, v.plate) as vehicle
                    from appointment a join contact c on c.id = a.contact_id
                      join business b on b.tenant_id = a.tenant_id
                      left join vehicle v on v.id = a.vehicle_id
                    where a.id = :id
                    """)
                .param("id", booking.appointmentId())
                .query((row, _) -> wanted(row))
                .optional()
                .orElseGet(() -> new Wanted(0, true, true, null)));
  }

  private static Wanted wanted(ResultSet row) throws SQLException {
    int revision = row.getInt("revision");
    return new Wanted(
        revision,
        row.getInt("calendar_revision") >= revision,
        row.getString("status").equals("CANCELLED"),
        new AppointmentOrder(
            row.getObject("tenant_id", UUID.class),
            row.getObject("id", UUID.class),
            Moments.read(row, "starts_at"),
            Duration.ofMinutes(row.getInt("duration_minutes")),
            title(row.getString("service"), row.getString("person")),
            text(row),
            row.getString("place"),
            row.getString("attendee_email")));
  }

  private static String title(@Nullable String service, @Nullable String person) {
    return (service == null ? "Appointment" : service) + (person == null ? "" : " - " + person);
  }

  private static String text(ResultSet row) throws SQLException {
    var lines = new ArrayList<String>();
    lines.add("Phone: " + row.getString("phone_number"));
    var vehicle = row.getString("vehicle");
    if (vehicle != null && !vehicle.isBlank()) {
      lines.add("Vehicle: " + vehicle);
    }
    var notes = row.getString("notes");
    if (notes != null) {
      lines.add(notes);
    }
    return String.join("\n", lines);
  }

  @Override
  public Acknowledged settled(Settlement settlement) {
    return transactions.in(
        settlement.booking().tenantId(),
        () ->
            new Acknowledged(
                jdbc.sql(
                            """
                            update appointment set calendar_revision = :revision,
                              calendar_event_id = :event, calendar_link = :link
                            where id = :id and calendar_revision < :revision
                            """)
                        .param("id", settlement.booking().appointmentId())
                        .param("revision", settlement.revision())
                        .param("event", settlement.eventId())
                        .param("link", settlement.link())
                        .update()
                    == 1));
  }

  @Override
  public Acknowledged takeBack(TakeBack order) {
    var booking = order.booking();
    var lost = transactions.in(booking.tenantId(), () -> cancel(order));
    var told = lost.or(() -> transactions.in(booking.tenantId(), () -> takenBack(order)));
    told.ifPresent(appointment -> messaging.send(apology(order, appointment)));
    return new Acknowledged(lost.isPresent());
  }

  private record Lost(UUID contactId, PhoneNumber number, Instant startsAt, String zone) {}

  private Optional<Lost> cancel(TakeBack order) {
    int rows =
        jdbc.sql(
                """
                update appointment set status = 'CANCELLED', revision = revision + 1,
                  updated_at = :now
                where id = :id and revision = :revision and status <> 'CANCELLED'
                """)
            .param("id", order.booking().appointmentId())
            .param("revision", order.revision())
            .param("now", Moments.param(clock.instant()))
            .update();
    if (rows == 0) {
      return Optional.empty();
    }
    var lost = takenBack(order);
    lost.ifPresent(appointment ->
        events.append(
            new Event(
                order.booking().tenantId(),
                clock.instant(),
                EventTypes.APPOINTMENT_TAKEN_BACK,
                null,
                null,
                appointment.contactId(),
                Map.of("appointmentId", order.booking().appointmentId().toString()))));
    return lost;
  }

  /// The appointment that this order has cancelled, now or when it was given before.
  private Optional<Lost> takenBack(TakeBack order) {
    return jdbc.sql(
            """
            select a.contact_id, a.starts_at, c.phone_number,
              coalesce(c.time_zone, b.time_zone) as zone
            from appointment a join contact c on c.id = a.contact_id
              join business b on b.tenant_id = a.tenant_id
            where a.id = :id and a.status = 'CANCELLED' and a.revision = :revision + 1
            """)
        .param("id", order.booking().appointmentId())
        .param("revision", order.revision())
        .query((row, _) ->
            new Lost(
                row.getObject("contact_id", UUID.class),
                new PhoneNumber(row.getString("phone_number")),
                Moments.read(row, "starts_at"),
                row.getString("zone")))
        .optional();
  }

  private static Messaging.OutgoingText apology(TakeBack order, Lost lost) {
    var zone = LocalTimes.zone(lost.zone(), ZoneOffset.UTC);
    return new Messaging.OutgoingText(
        order.booking().tenantId(),
        "booking/" + order.booking().appointmentId() + "/" + order.revision() + "/taken-back",
        lost.number(),
        "We are sorry: %s turned out to be taken, so your appointment then is cancelled. Answer this"
                .formatted(LocalTimes.inWords(lost.startsAt(), zone))
            + " message and we will find another time.",
        Messaging.Kind.PERSON,
        lost.contactId(),
        null,
        null);
  }
}
