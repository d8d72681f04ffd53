package dev.carillon.activities.postgres.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A number that is not to be called, not to be texted, or neither.
///
/// @param scope `ALL`, `VOICE` or `SMS`
/// @param byThePerson asked by the person themselves
public record Suppression(
    UUID id,
    String phoneNumber,
    String scope,
    @Nullable String reason,
    String source,
    boolean byThePerson,
    Instant createdAt) {

  @Override
  public String toString() {
    return "Suppression[" + id + "]";
  }
}
