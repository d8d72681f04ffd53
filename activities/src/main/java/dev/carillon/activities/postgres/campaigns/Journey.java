package dev.carillon.activities.postgres.campaigns;

import dev.carillon.call.Disposition;
import dev.carillon.call.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One contact's path through one campaign, with every call that was made for it.
public record Journey(
    UUID campaignId,
    UUID contactId,
    String phoneNumber,
    @Nullable String name,
    State state,
    @Nullable Outcome outcome,
    @Nullable String outcomeReason,
    @Nullable Instant nextAttemptAt,
    List<Attempt> attempts) {

  public Journey {
    attempts = List.copyOf(attempts);
  }

  /// `WAITING` for its next call, `ACTIVE` on the phone or about to be, `DONE` with an outcome.
  public enum State {
    WAITING,
    ACTIVE,
    DONE
  }

  /// One call of the journey.
  public record Attempt(
      UUID callId,
      int number,
      @Nullable Disposition disposition,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {}
}
