package dev.carillon.api.console.campaigns;

import dev.carillon.api.console.words.Chip;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One person of a campaign.
///
/// @param why more about the chip, or null
/// @param next when they are called next, in words; null when they are not
/// @param nextWhy why not sooner, or null
record Person(
    UUID contactId,
    String name,
    String number,
    Chip chip,
    @Nullable String why,
    @Nullable String next,
    @Nullable String nextWhy,
    List<Attempt> attempts) {

  Person {
    attempts = List.copyOf(attempts);
  }

  /// The last attempt in words, or null.
  public @Nullable String last() {
    return attempts.isEmpty() ? null : attempts.getLast().ago();
  }

  /// One attempt: a dot, and what stands beside it.
  record Attempt(UUID callId, int number, Chip chip, String when, String ago) {
    /// What the dot means.
    public String label() {
      return "Attempt %d, %s: %s".formatted(number, when, chip.text());
    }
  }
}
