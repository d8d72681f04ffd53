package dev.carillon.api.webhooks;

import java.util.Optional;
import java.util.UUID;

/// Reads ids in paths: in their one full form only.
final class PathIds {
  private static final int LENGTH = 36;

  private PathIds() {}

  static Optional<UUID> parse(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
