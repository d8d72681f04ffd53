package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.LocalTimes;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.bookings.Bookings;
import dev.carillon.activities.postgres.bookings.CalendarView;
import dev.carillon.call.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Confirm, move and cancel the person's next appointment.
final class AppointmentTools {
  private static final Pattern EXACT = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}[T ]\\d");

  private final JdbcClient jdbc;
  private final Bookings bookings;
  private final CalendarView calendar;

  AppointmentTools(JdbcClient jdbc, Bookings bookings, CalendarView calendar) {
    this.jdbc = jdbc;
    this.bookings = bookings;
    this.calendar = calendar;
  }

  List<Tool> all() {
    return List.of(
        tool("confirm_appointment", this::confirm),
        new Reschedule(),
        tool("cancel_appointment", this::cancel));
  }

  private final class Reschedule implements Tool {
    @Override
    public String name() {
      return "reschedule_appointment";
    }

    @Override
    public void prepare(UUID tenantId) {
      calendar.refresh(tenantId);
    }

    @Override
    public Effect use(ToolScope scope, JsonNode arguments) {
      return reschedule(scope, arguments);
    }
  }

  private interface Use {
    Tool.Effect use(ToolScope scope, JsonNode arguments);
  }

  private static Tool tool(String name, Use use) {
    return new Tool() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Effect use(ToolScope scope, JsonNode arguments) {
        return use.use(scope, arguments);
      }
    };
  }

  private Tool.Effect confirm(ToolScope scope, JsonNode arguments) {
    return Tool.Effect.done(changed(scope, "CONFIRMED", "confirmed", null), Outcome.GOAL_ACHIEVED);
  }

  /// A moment that was offered is booked; a wish in words is noted for the owner.
  private Tool.Effect reschedule(ToolScope scope, JsonNode arguments) {
    var slot = Arguments.text(arguments, "starts_at");
    return slot.isPresent() ? move(scope, arguments, slot.get()) : wish(scope, arguments);
  }

  private Tool.Effect move(ToolScope scope, JsonNode arguments, String slot) {
    var appointment = named(scope, arguments);
    if (appointment.isEmpty()) {
      return Tool.Effect.refused("this person has no appointment; book one instead");
    }
    return switch (TimeReading.of(slot, scope.businessZone())) {
      case TimeReading.Unclear(var why) -> Tool.Effect.refused("starts_at: " + why);
      case TimeReading.Clear(var to) ->
          switch (bookings.move(BookingTools.customer(scope), appointment.get(), to)) {
            case Bookings.Result.Refused(var why) -> Tool.Effect.refused(why);
            case Bookings.Result.Gone(var instead) -> BookingTools.gone(instead, scope);
            case Bookings.Result.Done(var booked) ->
                BookingTools.done("rescheduled", booked, scope);
          };
    };
  }

  private Optional<UUID> named(ToolScope scope, JsonNode arguments) {
    return BookingTools.id(arguments, "appointment_id").or(() -> next(scope).map(Next::id));
  }

  private Tool.Effect wish(ToolScope scope, JsonNode arguments) {
    var text = Arguments.text(arguments, "preferred_time").orElse("another time");
    // A day without an hour, or "some morning", is a wish too. What looks like a time must be one.
    if (!EXACT.matcher(text).find()) {
      return wished(scope, text);
    }
    return switch (TimeReading.of(text, scope.zone())) {
      case TimeReading.Unclear(var why) -> Tool.Effect.refused("preferred_time: " + why);
      case TimeReading.Clear(var wish) when wish.isBefore(scope.now()) ->
          Tool.Effect.refused(
              "preferred_time: %s is past where the person is"
                  .formatted(LocalTimes.inWords(wish, scope.zone())));
      case TimeReading.Clear(var wish) -> wished(scope, LocalTimes.inWords(wish, scope.zone()));
    };
  }

  private Tool.Effect wished(ToolScope scope, String wish) {
    var answer = changed(scope, "RESCHEDULED", "noted", "Wish: " + wish);
    answer.put("wish", wish);
    return new Tool.Effect(
        answer,
        Outcome.RESCHEDULE_REQUESTED,
        "%s wants another time for the appointment: %s."
            .formatted(OwnerNotes.who(scope), OwnerNotes.quote(wish)));
  }

  /// A person without an appointment here is believed: the calendar may be elsewhere.
  private Tool.Effect cancel(ToolScope scope, JsonNode arguments) {
    var appointment = named(scope, arguments);
    boolean cancelled =
        appointment.isPresent() && bookings.cancel(BookingTools.customer(scope), appointment.get());
    if (appointment.isPresent() && !cancelled) {
      return Tool.Effect.refused("appointment_id: this person has no such appointment");
    }
    var reason = Arguments.text(arguments, "reason");
    if (reason.isPresent() && appointment.isPresent()) {
      note(appointment.get(), "Reason: " + reason.get());
    }
    return new Tool.Effect(
        Map.of("cancelled", true),
        Outcome.DECLINED,
        "%s has cancelled the appointment.".formatted(OwnerNotes.who(scope)));
  }

  private void note(UUID appointment, String note) {
    jdbc.sql(
            """
            update appointment set notes = concat_ws(E'\\n', notes, cast(:note as text))
            where id = :id
            """)
        .param("id", appointment)
        .param("note", note)
        .update();
  }

  /// Changes the next appointment that is still on. A person without one is believed: the calendar
  /// may be elsewhere.
  private Map<String, Object> changed(
      ToolScope scope, String status, String word, @Nullable String note) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put(word, true);
    next(scope)
        .ifPresent(appointment -> {
          jdbc.sql(
                  """
                  update appointment set status = :status, updated_at = :now,
                    notes = concat_ws(E'\\n', notes, cast(:note as text))
                  where id = :id
                  """)
              .param("id", appointment.id())
              .param("status", status)
              .param("note", note)
              .param("now", Moments.param(scope.now()))
              .update();
          answer.put("startsAt", appointment.startsAt());
        });
    return answer;
  }

  private record Next(UUID id, String startsAt) {}

  private Optional<Next> next(ToolScope scope) {
    return jdbc.sql(
            """
            select id, starts_at from appointment
            where contact_id = :contact and starts_at > :now and status in ('BOOKED', 'CONFIRMED', 'RESCHEDULED')
            order by starts_at limit 1 for update
            """)
        .param("contact", scope.contactId())
        .param("now", Moments.param(scope.now()))
        .query((row, _) ->
            new Next(
                row.getObject("id", UUID.class),
                Moments.read(row, "starts_at").atZone(scope.zone()).toOffsetDateTime().toString()))
        .optional();
  }
}
