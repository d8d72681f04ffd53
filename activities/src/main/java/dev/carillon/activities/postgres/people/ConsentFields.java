package dev.carillon.activities.postgres.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A consent as it was handed in.
///
/// @param kind `EXPRESS` or `EXPRESS_WRITTEN`
/// @param channel `VOICE`, `SMS` or `ALL`
/// @param source where the person gave it
/// @param textVersion which wording they agreed to
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsentFields(
    @Nullable String kind,
    @Nullable String channel,
    @Nullable String source,
    @Nullable Instant givenAt,
    @Nullable String textVersion) {}
