package dev.carillon.campaign;

import dev.carillon.call.CancelCall;
import dev.carillon.call.CancelReason;
import dev.carillon.call.Outcome;
import dev.carillon.policy.ActivityPolicies;
import dev.carillon.policy.SearchKeys;
import dev.carillon.policy.Waits;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Goes through the steps in order, until one settles the journey, and writes its one outcome.
public final class JourneyWorkflowImpl implements JourneyWorkflow {
  private final JourneyBook book = ActivityPolicies.BOOKS.stub(JourneyBook.class);
  private final JourneyBook texts = ActivityPolicies.OUTSIDE.stub(JourneyBook.class);
  private final JourneyStart journey;
  private final JourneySignals signals = new JourneySignals();

  @WorkflowInit
  public JourneyWorkflowImpl(JourneyStart journey) {
    this.journey = journey;
  }

  @Override
  public JourneyEnd run(JourneyStart start) {
    var calling = new CallingStep(journey, signals);
    var soFar = new CallingStep.Result(Outcome.NOT_REACHED, "NO_CALL_STEP", false, null);
    var number = 0;
    for (var step : journey.steps()) {
      number++;
      switch (step) {
        case Step.Call _ -> soFar = calling.run();
        case Step.Wait pause -> waitFor(pause.duration());
        case Step.Sms sms -> text(number, sms.text());
      }
      if (soFar.last() || signals.stop().isPresent()) {
        break;
      }
    }
    return finish(soFar.outcome(), soFar.reason(), soFar.callId());
  }

  private void waitFor(Duration duration) {
    Waits.untilOrFor(duration, "next step", () -> signals.stop().isPresent());
  }

  private void text(int step, String text) {
    texts.sendText(
        new JourneyBook.SendText(
            journey.tenantId(), journey.campaignId(), journey.contactId(), step, text));
  }

  private JourneyEnd finish(Outcome outcome, String reason, @Nullable UUID callId) {
    var stands =
        book.finish(
            new JourneyBook.Finish(
                journey.tenantId(),
                journey.campaignId(),
                journey.contactId(),
                outcome,
                reason,
                callId));
    Workflow.upsertTypedSearchAttributes(
        SearchKeys.JOURNEY_OUTCOME.valueSet(stands.outcome().name()));
    Workflow.setCurrentDetails("Outcome: %s (%s).".formatted(stands.outcome(), reason));
    return new JourneyEnd(stands.outcome(), reason);
  }

  @Override
  public void admit(Permit permit) {
    signals.admit(permit);
  }

  @Override
  public void stop(CancelCall cancel) {
    signals.stop(
        cancel.reason() == CancelReason.OPERATOR
            ? CancelReason.CAMPAIGN_CANCELLED
            : cancel.reason());
  }
}
