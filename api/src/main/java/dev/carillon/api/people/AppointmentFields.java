package dev.carillon.api.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An appointment as it is handed in.
///
/// @param durationMinutes 60 unless said
/// @param status `BOOKED` unless said
public record AppointmentFields(
    @Nullable UUID contactId,
    @Nullable Instant startsAt,
    @Nullable Integer durationMinutes,
    @Nullable String service,
    @Nullable String place,
    @Nullable String notes,
    @Nullable String status,
    @Nullable String calendarEventId) {}
