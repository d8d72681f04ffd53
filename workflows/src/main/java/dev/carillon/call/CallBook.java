package dev.carillon.call;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The business's books of calls. Every method may be repeated.
@ActivityInterface
public interface CallBook {

  /// What a bridge needs to talk, with the transcript so far.
  @ActivityMethod(name = "CallBook_brief")
  CallBrief brief(CallStart call);

  /// Notes that the stream has ended, so that the carrier's redirect hangs up instead of resuming
  /// when `hangUp` is set.
  @ActivityMethod(name = "CallBook_streamEnded")
  Acknowledged streamEnded(StreamNote note);

  /// Writes how the call ended: once, an ended call stays as it is.
  @ActivityMethod(name = "CallBook_close")
  Acknowledged close(CallEnd end);

  /// See [CallBook#streamEnded].
  record StreamNote(UUID tenantId, UUID callId, StreamEnd end) {}

  /// The last word on a call.
  record CallEnd(
      UUID tenantId,
      UUID callId,
      Disposition disposition,
      @Nullable Outcome outcome,
      @Nullable String outcomeReason,
      @Nullable CallSummary summary) {}
}
