package dev.carillon.activities.postgres.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who may be reached under one number.
///
/// @param phoneNumber E.164
/// @param extension digits to dial after the answer
public record Contact(
    UUID id,
    String phoneNumber,
    @Nullable String extension,
    @Nullable String name,
    @Nullable String email,
    @Nullable String timeZone,
    @Nullable String region,
    @Nullable String postalCode,
    @Nullable String language,
    Map<String, Object> attributes,
    List<ConsentFields> consents,
    Instant createdAt,
    Instant updatedAt) {

  @Override
  public String toString() {
    return "Contact[" + id + "]";
  }
}
