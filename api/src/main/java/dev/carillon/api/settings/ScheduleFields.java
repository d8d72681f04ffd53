package dev.carillon.api.settings;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.carillon.compliance.Weekday;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A schedule as it is handed in.
///
/// @param at 09:00 unless said
/// @param days every day unless said
/// @param timeZone the zone of the business unless said
/// @param leadDays 1 unless said
/// @param campaign as at `POST /campaigns`
public record ScheduleFields(
    @Nullable String name,
    @Nullable String kind,
    @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "HH:mm") @Nullable LocalTime at,
    @Nullable Set<Weekday> days,
    @Nullable String timeZone,
    @Nullable Integer leadDays,
    @Schema(implementation = Object.class) @Nullable ObjectNode campaign) {}
