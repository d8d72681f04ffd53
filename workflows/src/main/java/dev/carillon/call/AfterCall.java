package dev.carillon.call;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import org.jspecify.annotations.Nullable;

/// Work once a conversation is over, one thing per method.
@ActivityInterface
public interface AfterCall {

  /// Waits (by retryable failure) until `lines` transcript lines have arrived, then says who spoke.
  @ActivityMethod(name = "AfterCall_listen")
  Heard listen(Listen listen);

  /// Summary, outcome, interest and next action by a model; null text of a provider that is off
  /// comes as an empty summary.
  @ActivityMethod(name = "AfterCall_summarise")
  CallSummary summarise(CallStart call);

  /// See [AfterCall#listen]. `patient` is false on the last try, which takes what is there.
  record Listen(CallStart call, int lines, boolean patient) {}

  /// What the transcript shows.
  record Heard(
      boolean personSpoke, boolean agentSpoke, boolean machineWords, @Nullable Integer lines) {}
}
