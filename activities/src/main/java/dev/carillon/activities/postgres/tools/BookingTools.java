package dev.carillon.activities.postgres.tools;

import dev.carillon.activities.postgres.LocalTimes;
import dev.carillon.activities.postgres.bookings.Bookings;
import dev.carillon.activities.postgres.bookings.CalendarView;
import dev.carillon.activities.postgres.bookings.Openings;
import dev.carillon.call.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Free times, and the booking of one.
final class BookingTools {
  private static final int OFFERED = 6;

  private BookingTools() {}

  static Bookings.Customer customer(ToolScope scope) {
    return new Bookings.Customer(scope.tenantId(), scope.contactId(), scope.now());
  }

  /// A time as a model is told of it: exact on the business's clock, in words on the person's.
  static Map<String, Object> time(Instant at, ToolScope scope) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("startsAt", at.atZone(scope.businessZone()).toOffsetDateTime().toString());
    shown.put("inWords", LocalTimes.inWords(at, scope.zone()));
    return shown;
  }

  private static List<Map<String, Object>> times(List<Instant> free, ToolScope scope) {
    return free.stream().map(at -> time(at, scope)).toList();
  }

  /// What a booking that did not work is answered with: the times that are free instead.
  static Tool.Effect gone(List<Instant> instead, ToolScope scope) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put("error", "this time is not free any more");
    answer.put("slots", times(instead, scope));
    return Tool.Effect.told(answer);
  }

  /// What was booked or moved.
  static Tool.Effect done(String word, Bookings.Booked booked, ToolScope scope) {
    var answer = new LinkedHashMap<String, Object>();
    answer.put(word, true);
    answer.put("appointmentId", booked.id().toString());
    answer.putAll(time(booked.startsAt(), scope));
    return Tool.Effect.done(answer, Outcome.GOAL_ACHIEVED);
  }

  static Optional<UUID> id(JsonNode arguments, String field) {
    return Arguments.text(arguments, field)
        .flatMap(text -> {
          try {
            return Optional.of(UUID.fromString(text));
          } catch (IllegalArgumentException _) {
            return Optional.empty();
          }
        });
  }

  static List<Map<String, Object>> upcoming(Bookings bookings, ToolScope scope) {
    return bookings.upcoming(customer(scope)).stream().map(own -> shown(own, scope)).toList();
  }

  private static Map<String, Object> shown(Bookings.Booked own, ToolScope scope) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("appointmentId", own.id().toString());
    shown.putAll(time(own.startsAt(), scope));
    shown.put("minutes", own.minutes());
    if (own.service() != null) {
      shown.put("service", own.service());
    }
    return shown;
  }

  /// Looks for free times, from a day on if one is named.
  record Slots(Bookings bookings, CalendarView calendar) implements Tool {
    @Override
    public String name() {
      return "get_available_slots";
    }

    @Override
    public void prepare(UUID tenantId) {
      calendar.refresh(tenantId);
    }

    @Override
    public Effect use(ToolScope scope, JsonNode arguments) {
      Instant from;
      try {
        from =
            Arguments.text(arguments, "date")
                .map(day -> LocalDate.parse(day.length() > 10 ? day.substring(0, 10) : day))
                .map(day -> day.atStartOfDay(scope.businessZone()).toInstant())
                .orElse(scope.now());
      } catch (DateTimeParseException _) {
        return Effect.refused("date: a day such as 2026-06-02");
      }
      return switch (bookings.view(scope.now())) {
        case Openings.View.Unknown(var why) -> Effect.refused(why);
        case Openings.View.Known known ->
            Effect.told(Map.of("slots", times(known.slots().from(from, OFFERED), scope)));
      };
    }
  }

  /// Books one of the times that were offered.
  record Book(Bookings bookings, Vehicles vehicles, CalendarView calendar) implements Tool {
    @Override
    public String name() {
      return "book_appointment";
    }

    @Override
    public void prepare(UUID tenantId) {
      calendar.refresh(tenantId);
    }

    @Override
    public Effect use(ToolScope scope, JsonNode arguments) {
      var vehicle = id(arguments, "vehicle_id");
      if (vehicle.isPresent() && !vehicles.belongs(vehicle.get(), scope.contactId())) {
        return Effect.refused("vehicle_id: this person has no such vehicle");
      }
      var text = Arguments.text(arguments, "starts_at").orElse("");
      return switch (TimeReading.of(text, scope.businessZone())) {
        case TimeReading.Unclear(var why) -> Effect.refused("starts_at: " + why);
        case TimeReading.Clear(var when) ->
            book(scope, wish(scope, arguments, when, vehicle.orElse(null)));
      };
    }

    private static Bookings.Wish wish(
        ToolScope scope, JsonNode arguments, Instant when, @Nullable UUID vehicle) {
      return new Bookings.Wish(
          when,
          Arguments.text(arguments, "service").orElse(null),
          vehicle,
          Arguments.text(arguments, "email").filter(mail -> mail.contains("@")).orElse(null),
          Arguments.text(arguments, "notes").orElse(null),
          scope.origin());
    }

    private Effect book(ToolScope scope, Bookings.Wish wish) {
      return switch (bookings.book(customer(scope), wish)) {
        case Bookings.Result.Refused(var why) -> Effect.refused(why);
        case Bookings.Result.Gone(var instead) -> gone(instead, scope);
        case Bookings.Result.Done(var booked) -> done("success", booked, scope);
      };
    }
  }

  /// What the person has booked.
  record Upcoming(Bookings bookings) implements Tool {
    @Override
    public String name() {
      return "get_upcoming_appointments";
    }

    @Override
    public Effect use(ToolScope scope, JsonNode arguments) {
      return Effect.told(Map.of("appointments", upcoming(bookings, scope)));
    }
  }
}
