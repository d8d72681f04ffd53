package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.LocalTimes;
import dev.carillon.activities.postgres.Moments;
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

  AppointmentTools(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Tool> all() {
    return List.of(
        tool("confirm_appointment", this::confirm),
        tool("reschedule_appointment", this::reschedule),
        tool("cancel_appointment", this::cancel));
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

  private Tool.Effect reschedule(ToolScope scope, JsonNode arguments) {
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

  private Tool.Effect cancel(ToolScope scope, JsonNode arguments) {
    var reason = Arguments.text(arguments, "reason");
    var note = reason.map(text -> "Reason: " + text).orElse(null);
    return new Tool.Effect(
        changed(scope, "CANCELLED", "cancelled", note),
        Outcome.DECLINED,
        "%s has cancelled the appointment.".formatted(OwnerNotes.who(scope)));
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
