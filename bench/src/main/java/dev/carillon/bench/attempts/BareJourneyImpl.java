package dev.carillon.bench.attempts;

import dev.carillon.call.CallStart;
import dev.carillon.call.Direction;
import dev.carillon.call.Outcome;
import dev.carillon.campaign.JourneyBook;
import dev.carillon.campaign.JourneyStart;
import dev.carillon.campaign.Permit;
import dev.carillon.policy.ActivityPolicies;
import dev.carillon.policy.WorkflowIds;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.Deque;

/// Waits for the permit, starts the child, writes the outcome.
public final class BareJourneyImpl implements BareJourney {
  private final JourneyBook book = ActivityPolicies.BOOKS.stub(JourneyBook.class);
  private final Deque<Permit> permits = new ArrayDeque<>();

  @Override
  public void run(JourneyStart journey) {
    Workflow.await(() -> !permits.isEmpty());
    var callId = permits.remove().callId();
    var options =
        ChildWorkflowOptions.newBuilder()
            .setWorkflowId(WorkflowIds.call(callId))
            .setTaskQueue(BareAdmissions.QUEUE)
            .build();
    Workflow.newChildWorkflowStub(BareCall.class, options)
        .run(
            new CallStart(journey.tenantId(), callId, Direction.OUTBOUND, journey.campaignId(), 1));
    book.finish(
        new JourneyBook.Finish(
            journey.tenantId(),
            journey.campaignId(),
            journey.contactId(),
            Outcome.NOT_REACHED,
            "NOT_REDIALLED",
            callId));
  }

  @Override
  public void admit(Permit permit) {
    permits.add(permit);
  }
}
