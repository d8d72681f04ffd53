package dev.carillon.api.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.carillon.activities.postgres.settings.Schedule;
import dev.carillon.compliance.Weekday;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A schedule as it is shown.
public record ScheduleAnswer(
    UUID id,
    String name,
    String kind,
    @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm") LocalTime at,
    Set<Weekday> days,
    String timeZone,
    int leadDays,
    @Schema(implementation = Object.class) @Nullable ObjectNode campaign,
    Instant nextRunAt,
    @Nullable Instant lastRunAt,
    Instant createdAt) {

  static ScheduleAnswer of(Schedule schedule, Instant now) {
    var definition = schedule.definition();
    return new ScheduleAnswer(
        schedule.id(),
        definition.name(),
        definition.kind(),
        definition.at(),
        definition.days(),
        definition.timeZone(),
        definition.leadDays(),
        definition.campaign(),
        definition.nextAfter(now),
        schedule.lastRunAt(),
        schedule.createdAt());
  }

  ScheduleFields fields() {
    return new ScheduleFields(name, kind, at, days, timeZone, leadDays, campaign);
  }
}
