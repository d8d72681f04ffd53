package dev.carillon.activities.postgres.settings;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A schedule as it is now.
///
/// @param lastRunAt the last time its work was done
public record Schedule(
    UUID id, ScheduleDefinition definition, @Nullable Instant lastRunAt, Instant createdAt) {}
