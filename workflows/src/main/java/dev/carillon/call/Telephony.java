package dev.carillon.call;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/// The carrier, as far as one call goes.
@ActivityInterface
public interface Telephony {

  /// Places the call behind the [DialFence]: at most one request to the carrier, whatever repeats
  /// this. Every answer is a value; an activity failure means `Unknown` unless the call's row says
  /// `RESERVED`.
  @ActivityMethod(name = "Telephony_place")
  Placement place(CallStart call);

  /// Ends the call at the carrier, whether it rings or is talked. Harmless when it is over already
  /// or was never placed.
  @ActivityMethod(name = "Telephony_hangUp")
  Acknowledged hangUp(CallStart call);

  /// Stops or goes on recording. The recording keeps its length: while it is paused it holds
  /// silence. Harmless when it is so already.
  ///
  /// @return false when there is no recording under way
  @ActivityMethod(name = "Telephony_pauseRecording")
  Acknowledged pauseRecording(RecordingPause pause);

  /// See [Telephony#pauseRecording].
  record RecordingPause(CallStart call, boolean paused) {}
}
