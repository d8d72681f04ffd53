package dev.carillon.conversation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// Starts a [SmsThreadWorkflow], or goes on with it in a new run.
///
/// @param quiet after how long without a text it ends
/// @param waiting texts that the run before left unanswered
public record ThreadStart(TextThread thread, Duration quiet, List<UUID> waiting) {

  public ThreadStart {
    waiting = List.copyOf(waiting);
  }
}
