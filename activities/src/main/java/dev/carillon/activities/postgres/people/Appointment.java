package dev.carillon.activities.postgres.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A time agreed with a contact.
///
/// @param status `BOOKED`, `CONFIRMED`, `RESCHEDULED` or `CANCELLED`
public record Appointment(
    UUID id,
    UUID contactId,
    Instant startsAt,
    int durationMinutes,
    @Nullable String service,
    @Nullable String place,
    @Nullable String notes,
    String status,
    @Nullable String calendarEventId,
    Instant createdAt,
    Instant updatedAt) {

  /// The moment at which the next one may begin.
  public Instant endsAt() {
    return startsAt.plusSeconds(60L * durationMinutes);
  }

  @Override
  public String toString() {
    return "Appointment[" + id + "]";
  }
}
