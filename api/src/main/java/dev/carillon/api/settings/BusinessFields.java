package dev.carillon.api.settings;

import dev.carillon.activities.postgres.settings.Business.DaySpan;
import dev.carillon.compliance.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The profile of a business as it is handed in, whole.
public record BusinessFields(
    @Nullable String name,
    @Nullable String timeZone,
    @Nullable List<@Nullable Window> hours,
    @Nullable DaySpan lunch,
    @Nullable String ownerNumber,
    @Nullable DaySpan quietHours,
    @Nullable String disclosure,
    @Nullable String callbackNumber) {}
