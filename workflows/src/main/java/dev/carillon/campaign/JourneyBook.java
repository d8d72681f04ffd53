package dev.carillon.campaign;

import dev.carillon.call.Outcome;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The business's books of journeys. Every method may be repeated.
@ActivityInterface
public interface JourneyBook {

  /// Puts the next attempt into the dial queue, not before a moment; a new call id is made for it.
  @ActivityMethod(name = "JourneyBook_queueAttempt")
  Queued queueAttempt(NextAttempt next);

  /// Writes the journey's one outcome; a journey that has one keeps it. Tells the campaign when it
  /// was the last.
  @ActivityMethod(name = "JourneyBook_finish")
  Finished finish(Finish finish);

  /// Sends a journey's text, at most once per step, if the person may be texted.
  @ActivityMethod(name = "JourneyBook_sendText")
  TextSent sendText(SendText text);

  /// See [JourneyBook#queueAttempt]. Exactly one of `pause` and `notBefore` is set.
  record NextAttempt(
      UUID tenantId,
      UUID campaignId,
      UUID contactId,
      int attemptNo,
      @Nullable Duration pause,
      @Nullable Instant notBefore) {}

  /// `queued` is false when the campaign is over or the journey has its outcome.
  record Queued(boolean queued) {}

  /// See [JourneyBook#finish].
  record Finish(
      UUID tenantId,
      UUID campaignId,
      UUID contactId,
      Outcome outcome,
      String reason,
      @Nullable UUID callId) {}

  /// The outcome that stands, which is another one when the journey had one already.
  record Finished(Outcome outcome) {}

  /// See [JourneyBook#sendText].
  record SendText(UUID tenantId, UUID campaignId, UUID contactId, int step, String text) {}

  record TextSent(boolean sent) {}
}
