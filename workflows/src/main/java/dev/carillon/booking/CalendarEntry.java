package dev.carillon.booking;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/// What became of an appointment in the calendar.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CalendarEntry.Written.class, name = "written"),
  @JsonSubTypes.Type(value = CalendarEntry.Removed.class, name = "removed"),
  @JsonSubTypes.Type(value = CalendarEntry.Off.class, name = "off")
})
public sealed interface CalendarEntry {

  /// It stands there as ordered.
  ///
  /// @param eventId the calendar's own id
  /// @param link where people see it
  /// @param fresh whether it was made now; false also when an earlier try made it unnoticed
  /// @param invited whether the attendee gets an invitation; false also when the calendar lets us
  ///   write, but not invite
  record Written(String eventId, @Nullable String link, boolean fresh, boolean invited)
      implements CalendarEntry {}

  record Removed() implements CalendarEntry {}

  /// No calendar is configured: nothing was done and nothing needs to be.
  record Off() implements CalendarEntry {}
}
