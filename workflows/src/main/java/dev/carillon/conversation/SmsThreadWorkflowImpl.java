package dev.carillon.conversation;

import dev.carillon.policy.Waits;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/// The signal's handler queues, the main method answers one text after the other.
public final class SmsThreadWorkflowImpl implements SmsThreadWorkflow {
  /// A run's history stays small: some six events a text.
  private static final int TEXTS_PER_RUN = 300;

  private final ThreadStart start;
  private final Deque<UUID> waiting = new ArrayDeque<>();
  private final Set<UUID> seen = new LinkedHashSet<>();

  @WorkflowInit
  public SmsThreadWorkflowImpl(ThreadStart start) {
    this.start = start;
    start.waiting().forEach(this::take);
  }

  @Override
  public void run(ThreadStart same) {
    var replying = new ReplyStep(start.thread());
    var answered = 0;
    while (Waits.untilOrFor(start.quiet(), "the next text", () -> !waiting.isEmpty())) {
      if (answered == TEXTS_PER_RUN) {
        Workflow.continueAsNew(
            new ThreadStart(start.thread(), start.quiet(), new ArrayList<>(waiting)));
      }
      replying.answer(waiting.remove());
      answered++;
    }
  }

  @Override
  public void received(ReceivedText text) {
    take(text.messageId());
  }

  private void take(UUID messageId) {
    if (seen.add(messageId)) {
      waiting.add(messageId);
    }
  }
}
