package dev.carillon.activities.postgres.imports;

import dev.carillon.activities.lists.ListReader;
import dev.carillon.activities.lists.ListRow;
import dev.carillon.activities.postgres.people.CheckedContact;
import dev.carillon.activities.postgres.people.ContactFields;
import dev.carillon.activities.postgres.people.ContactRules;
import dev.carillon.activities.postgres.people.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a contact, and perhaps an appointment, of a row's cells.
final class RowReading {
  private static final Set<String> FIELDS =
      Set.of(
          ListReader.PHONE,
          "name",
          "email",
          "time_zone",
          "region",
          "postal_code",
          "language",
          "appointment_at");
  private static final Map<String, String> COLUMNS =
      Map.of(
          "phoneNumber", "phone",
          "timeZone", "time_zone",
          "postalCode", "postal_code");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss][VV]['['VV']']");

  private final ContactRules rules;
  private final ZoneId businessZone;

  /// @param businessZone where an appointment without a zone is, for contacts without one
  RowReading(ContactRules rules, ZoneId businessZone) {
    this.rules = rules;
    this.businessZone = businessZone;
  }

  Result read(ListRow row) {
    var fault = row.fault();
    if (fault != null) {
      return new Bad(List.of(new FieldError("row", fault.name(), fault.message())));
    }
    var cells = row.cells();
    var appointment = appointment(cells);
    return switch (rules.check(fields(cells))) {
      case CheckedContact.Good good when appointment.error() == null ->
          new Good(good, appointment.at());
      case CheckedContact.Good _ -> bad(List.of(), appointment);
      case CheckedContact.Bad(List<FieldError> errors) -> bad(errors, appointment);
    };
  }

  private static ContactFields fields(Map<String, String> cells) {
    var others = new LinkedHashMap<String, @Nullable Object>();
    cells.forEach((column, cell) -> {
      if (!FIELDS.contains(column)) {
        others.put(column, cell);
      }
    });
    return new ContactFields(
        cells.getOrDefault(ListReader.PHONE, ""),
        cells.get("name"),
        cells.get("email"),
        cells.get("time_zone"),
        cells.get("region"),
        cells.get("postal_code"),
        cells.get("language"),
        others,
        null);
  }

  private Bad bad(List<FieldError> errors, Moment appointment) {
    var all = new ArrayList<FieldError>();
    for (var error : errors) {
      var column = COLUMNS.getOrDefault(error.field(), error.field());
      all.add(new FieldError(column, error.code(), error.message()));
    }
    if (appointment.error() != null) {
      all.add(appointment.error());
    }
    return new Bad(all);
  }

  private Moment appointment(Map<String, String> cells) {
    var cell = cells.get("appointment_at");
    if (cell == null) {
      return new Moment(null, null);
    }
    try {
      TemporalAccessor read =
          MOMENT.parseBest(cell, java.time.ZonedDateTime::from, LocalDateTime::from);
      var zoned =
          read instanceof LocalDateTime local
              ? local.atZone(zone(cells.get("time_zone")))
              : java.time.ZonedDateTime.from(read);
      return new Moment(zoned.toInstant(), null);
    } catch (DateTimeException _) {
      return new Moment(
          null,
          new FieldError(
              "appointment_at", "INVALID", "is not a time such as 2026-01-31T09:00-05:00"));
    }
  }

  private ZoneId zone(@Nullable String cell) {
    return cell == null ? businessZone : ZoneId.of(cell);
  }

  sealed interface Result {}

  record Good(CheckedContact.Good contact, @Nullable Instant appointmentAt) implements Result {}

  record Bad(List<FieldError> errors) implements Result {}

  private record Moment(@Nullable Instant at, @Nullable FieldError error) {}
}
