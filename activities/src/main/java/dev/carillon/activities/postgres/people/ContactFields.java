package dev.carillon.activities.postgres.people;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A contact as somebody wrote it down, not yet checked.
public record ContactFields(
    @Nullable String phoneNumber,
    @Nullable String name,
    @Nullable String email,
    @Nullable String timeZone,
    @Nullable String region,
    @Nullable String postalCode,
    @Nullable String language,
    @Nullable Map<String, @Nullable Object> attributes,
    @Nullable List<@Nullable ConsentFields> consents) {}
