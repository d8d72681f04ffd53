package dev.carillon.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person's agreement to be reached, with where and when it was given.
///
/// @param textVersion version of the words that were agreed to
/// @param revokedAt when it was taken back, null while it holds
public record Consent(
    ConsentKind kind,
    Channel channel,
    String source,
    Instant givenAt,
    @Nullable String textVersion,
    @Nullable Instant revokedAt) {

  boolean holdsAt(Instant now) {
    return !givenAt.isAfter(now) && (revokedAt == null || revokedAt.isAfter(now));
  }
}
