package dev.carillon.api.calls;

import dev.carillon.api.web.problem.ProblemException;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.CallState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which calls a list is to hold; null means any.
record CallFilter(
    @Nullable UUID contactId,
    @Nullable UUID campaignId,
    @Nullable CallState state,
    @Nullable CallPurpose purpose,
    @Nullable Instant since) {

  static CallFilter of(
      @Nullable UUID contactId,
      @Nullable UUID campaignId,
      @Nullable String state,
      @Nullable String purpose,
      @Nullable String since) {
    return new CallFilter(contactId, campaignId, state(state), purpose(purpose), since(since));
  }

  private static @Nullable CallState state(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return CallState.valueOf(text);
    } catch (IllegalArgumentException _) {
      throw ProblemException.unreadable("state", "INVALID", "is no state of a call");
    }
  }

  private static @Nullable CallPurpose purpose(@Nullable String text) {
    return text == null || text.isEmpty()
        ? null
        : CallPurpose.named(text)
            .orElseThrow(
                () -> ProblemException.unreadable("purpose", "INVALID", "is no call purpose"));
  }

  private static @Nullable Instant since(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException _) {
      throw ProblemException.unreadable(
          "since", "INVALID", "is not a time with offset, as 2026-01-31T09:00:00Z");
    }
  }
}
