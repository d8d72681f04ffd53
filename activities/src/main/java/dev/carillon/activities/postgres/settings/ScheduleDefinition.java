package dev.carillon.activities.postgres.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.carillon.compliance.Weekday;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// When something is launched, and what.
///
/// @param kind `REMINDER_SWEEP` or `CAMPAIGN`
/// @param at on the wall clock of `timeZone`
/// @param leadDays how many days ahead a sweep looks for appointments
/// @param campaign as it is handed in at `POST /campaigns`, without people for a sweep
public record ScheduleDefinition(
    String name,
    String kind,
    @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm") LocalTime at,
    Set<Weekday> days,
    String timeZone,
    int leadDays,
    @Nullable ObjectNode campaign) {

  public ScheduleDefinition {
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
  }

  /// The first moment after `moment` at which it is due. A time that the clock skips is due when
  /// the clock has been put forward.
  public Instant nextAfter(Instant moment) {
    var zone = ZoneId.of(timeZone);
    var date = moment.atZone(zone).toLocalDate();
    for (int ahead = 0; ahead <= DayOfWeek.values().length; ahead++) {
      var day = date.plusDays(ahead);
      var due = day.atTime(at).atZone(zone).toInstant();
      if (days.contains(Weekday.of(day.getDayOfWeek())) && due.isAfter(moment)) {
        return due;
      }
    }
    throw new IllegalStateException("a schedule has a day");
  }
}
