package dev.carillon.activities.postgres.bookings;

import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.events.Event;
import dev.carillon.activities.postgres.events.EventTypes;
import dev.carillon.activities.postgres.events.Events;
import dev.carillon.activities.postgres.events.WorkOrders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes, moves and cancels appointments of the tenant whose transaction is under way. Whoever
/// books holds the tenant's book until the transaction is over, so that a time is given away once.
/// The calendar follows by an order that is written in the same transaction.
public final class Bookings {
  private static final int INSTEAD = 6;

  private final JdbcClient jdbc;
  private final Openings openings;
  private final WorkOrders orders;
  private final Events events;
  private final Ids ids;

  Bookings(JdbcClient jdbc, Openings openings, WorkOrders orders, Events events, Ids ids) {
    this.jdbc = jdbc;
    this.openings = openings;
    this.orders = orders;
    this.events = events;
    this.ids = ids;
  }

  /// Whose appointments, and the present moment.
  public record Customer(UUID tenantId, UUID contactId, Instant now) {}

  /// What is to be booked.
  ///
  /// @param origin where it was agreed, such as `call/{callId}`
  public record Wish(
      Instant startsAt,
      @Nullable String service,
      @Nullable UUID vehicleId,
      @Nullable String email,
      @Nullable String notes,
      String origin) {}

  /// An appointment as a conversation speaks of it.
  public record Booked(UUID id, Instant startsAt, int minutes, @Nullable String service) {}

  /// What came of a wish.
  public sealed interface Result {
    record Done(Booked booked) implements Result {}

    /// Somebody was faster, or it is no time that can be had; these are free instead.
    record Gone(List<Instant> instead) implements Result {}

    record Refused(String why) implements Result {}
  }

  /// Books the time if it is free.
  public Result book(Customer customer, Wish wish) {
    hold(customer.tenantId());
    return switch (openings.at(customer.now(), null)) {
      case Openings.View.Unknown(var why) -> new Result.Refused(why);
      case Openings.View.Known known ->
          known.slots().free(wish.startsAt())
              ? new Result.Done(insert(customer, wish, known.length()))
              : new Result.Gone(known.slots().from(wish.startsAt(), INSTEAD));
    };
  }

  /// Moves an appointment of the customer to a time that is free.
  public Result move(Customer customer, UUID id, Instant to) {
    hold(customer.tenantId());
    if (owned(customer, id).isEmpty()) {
      return new Result.Refused("there is no such appointment of this person");
    }
    return switch (openings.at(customer.now(), id)) {
      case Openings.View.Unknown(var why) -> new Result.Refused(why);
      case Openings.View.Known known -> {
        if (!known.slots().free(to)) {
          yield new Result.Gone(known.slots().from(to, INSTEAD));
        }
        jdbc.sql(
                """
                update appointment set starts_at = :to, status = 'BOOKED', revision = revision + 1,
                  updated_at = :now
                where id = :id
                """)
            .param("id", id)
            .param("to", Moments.param(to))
            .param("now", Moments.param(customer.now()))
            .update();
        changed(customer, EventTypes.APPOINTMENT_MOVED, id, to);
        yield new Result.Done(owned(customer, id).orElseThrow());
      }
    };
  }

  /// Cancels an appointment of the customer; false when there is none.
  public boolean cancel(Customer customer, UUID id) {
    hold(customer.tenantId());
    var own = owned(customer, id);
    own.ifPresent(appointment -> {
      jdbc.sql(
              """
              update appointment set status = 'CANCELLED', revision = revision + 1,
                updated_at = :now
              where id = :id
              """)
          .param("id", id)
          .param("now", Moments.param(customer.now()))
          .update();
      changed(customer, EventTypes.APPOINTMENT_CANCELLED, id, appointment.startsAt());
    });
    return own.isPresent();
  }

  /// Those that lie ahead, soonest first.
  public List<Booked> upcoming(Customer customer) {
    return jdbc.sql(
            """
            select * from appointment
            where contact_id = :contact and starts_at > :now
              and status in ('BOOKED', 'CONFIRMED', 'RESCHEDULED')
            order by starts_at limit 10
            """)
        .param("contact", customer.contactId())
        .param("now", Moments.param(customer.now()))
        .query((row, _) -> booked(row))
        .list();
  }

  /// What is free.
  public Openings.View view(Instant now) {
    return openings.at(now, null);
  }

  private Optional<Booked> owned(Customer customer, UUID id) {
    return upcoming(customer).stream().filter(own -> own.id().equals(id)).findFirst();
  }

  /// Two at once for one time: the second waits here and then sees the first.
  private void hold(UUID tenantId) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('appointment/' || :tenant, 0))")
        .param("tenant", tenantId.toString())
        .query((_, _) -> true)
        .single();
  }

  private Booked insert(Customer customer, Wish wish, Duration length) {
    var id = ids.next();
    jdbc.sql(
            """
            insert into appointment (id, tenant_id, contact_id, starts_at, duration_minutes, service,
              notes, status, vehicle_id, attendee_email, origin, created_at, updated_at)
            values (:id, :tenant, :contact, :starts, :minutes, :service, :notes, 'BOOKED', :vehicle,
              coalesce(:email, (select email from contact where id = :contact)), :origin, :now, :now)
            """)
        .param("id", id)
        .param("tenant", customer.tenantId())
        .param("contact", customer.contactId())
        .param("starts", Moments.param(wish.startsAt()))
        .param("minutes", length.toMinutes())
        .param("service", wish.service())
        .param("notes", wish.notes())
        .param("vehicle", wish.vehicleId())
        .param("email", wish.email())
        .param("origin", wish.origin())
        .param("now", Moments.param(customer.now()))
        .update();
    changed(customer, EventTypes.APPOINTMENT_BOOKED, id, wish.startsAt());
    return owned(customer, id).orElseThrow();
  }

  private void changed(Customer customer, String type, UUID appointment, Instant startsAt) {
    orders.add(customer.tenantId(), WorkOrders.Kind.BOOKING, appointment, customer.now());
    events.append(
        new Event(
            customer.tenantId(),
            customer.now(),
            type,
            null,
            null,
            customer.contactId(),
            Map.of("appointmentId", appointment.toString(), "startsAt", startsAt.toString())));
  }

  private static Booked booked(ResultSet row) throws SQLException {
    return new Booked(
        row.getObject("id", UUID.class),
        Moments.read(row, "starts_at"),
        row.getInt("duration_minutes"),
        row.getString("service"));
  }
}
