package dev.carillon.api.people;

import dev.carillon.activities.postgres.settings.Business;
import dev.carillon.activities.postgres.settings.Businesses;
import dev.carillon.api.web.problem.FieldProblem;
import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.compliance.Weekday;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an appointment must be like to be stored.
final class AppointmentRules {
  private static final Set<String> STATES =
      Set.of("BOOKED", "CONFIRMED", "RESCHEDULED", "CANCELLED");
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final int LONGEST_MINUTES = 24 * 60;
  private static final int LONGEST_TEXT = 2_000;

  private final Businesses businesses;

  AppointmentRules(Businesses businesses) {
    this.businesses = businesses;
  }

  /// Checks what can be checked without the database.
  ///
  /// @throws ProblemException 422 with every field that is wrong
  void check(AppointmentFields fields) {
    var errors = new ArrayList<FieldProblem>();
    if (fields.contactId() == null) {
      errors.add(FieldProblem.required("contactId"));
    }
    var starts = fields.startsAt();
    if (starts == null) {
      errors.add(FieldProblem.required("startsAt"));
    } else if (starts.isBefore(EARLIEST) || starts.isAfter(LATEST)) {
      errors.add(new FieldProblem("startsAt", "OUT_OF_RANGE", "is not in this century"));
    }
    var minutes = fields.durationMinutes();
    if (minutes != null && (minutes < 1 || minutes > LONGEST_MINUTES)) {
      errors.add(new FieldProblem("durationMinutes", "OUT_OF_RANGE", "is 1 to 1440"));
    }
    if (fields.status() != null && !STATES.contains(fields.status())) {
      errors.add(
          new FieldProblem("status", "UNKNOWN", "is BOOKED, CONFIRMED, RESCHEDULED or CANCELLED"));
    }
    length("service", fields.service(), errors);
    length("place", fields.place(), errors);
    length("notes", fields.notes(), errors);
    length("calendarEventId", fields.calendarEventId(), errors);
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors);
    }
  }

  private static void length(String field, @Nullable String text, List<FieldProblem> errors) {
    if (text != null && text.length() > LONGEST_TEXT) {
      errors.add(new FieldProblem(field, "TOO_LONG", "has over 2000 characters"));
    }
  }

  /// A booking must lie in the hours of the business, where it has named any. Within a transaction
  /// of the tenant.
  void checkHours(AppointmentFields fields) {
    var business = businesses.get();
    if (business.hours().isEmpty()) {
      return;
    }
    var zone = ZoneId.of(business.timeZone());
    var starts = Objects.requireNonNull(fields.startsAt()).atZone(zone);
    var ends = starts.plusMinutes(Objects.requireNonNullElse(fields.durationMinutes(), 60));
    if (!open(business, starts, ends) || atLunch(business, starts, ends)) {
      throw ProblemException.field(
          "startsAt", "OUTSIDE_HOURS", "is outside the hours of the business");
    }
  }

  private static boolean open(Business business, ZonedDateTime starts, ZonedDateTime ends) {
    var day = Weekday.of(starts.getDayOfWeek());
    return starts.toLocalDate().equals(ends.toLocalDate())
        && business.hours().stream()
            .anyMatch(hours ->
                hours.days().contains(day)
                    && !starts.toLocalTime().isBefore(hours.from())
                    && !ends.toLocalTime().isAfter(hours.to()));
  }

  private static boolean atLunch(Business business, ZonedDateTime starts, ZonedDateTime ends) {
    var lunch = business.lunch();
    if (lunch == null) {
      return false;
    }
    LocalTime from = starts.toLocalTime();
    return from.isBefore(lunch.to()) && ends.toLocalTime().isAfter(lunch.from());
  }
}
