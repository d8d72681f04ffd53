package dev.carillon.campaign;

import dev.carillon.call.CallReport;
import dev.carillon.call.CallStart;
import dev.carillon.call.CallWorkflow;
import dev.carillon.call.CancelReason;
import dev.carillon.call.Direction;
import dev.carillon.call.Disposition;
import dev.carillon.call.Outcome;
import dev.carillon.policy.ActivityPolicies;
import dev.carillon.policy.ChildPolicies;
import dev.carillon.policy.SearchKeys;
import dev.carillon.policy.WorkflowIds;
import io.temporal.common.SearchAttributes;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Calls one person until they are reached, the redial policy says stop, or somebody stops the
/// journey.
final class CallingStep {
  /// A request that certainly placed nothing, several times over, is queued again after this.
  private static final Duration CARRIER_PAUSE = Duration.ofMinutes(1);

  private final JourneyBook book = ActivityPolicies.BOOKS.stub(JourneyBook.class);
  private final JourneyStart journey;
  private final JourneySignals signals;
  private final Map<Disposition, Integer> seen = new EnumMap<>(Disposition.class);
  private int attempts;
  private boolean messageLeft;
  private @Nullable UUID lastCall;

  CallingStep(JourneyStart journey, JourneySignals signals) {
    this.journey = journey;
    this.signals = signals;
  }

  /// What the calls came to.
  ///
  /// @param last false when further steps (a text) make sense
  record Result(Outcome outcome, String reason, boolean last, @Nullable UUID callId) {}

  Result run() {
    if (attempts > 0 && !queue(Duration.ZERO, null)) {
      return stopped(CancelReason.CAMPAIGN_CANCELLED);
    }
    while (true) {
      Workflow.await(() -> signals.stop().isPresent() || signals.permitWaits());
      if (!signals.permitWaits()) {
        return stopped(signals.stop().orElse(CancelReason.CAMPAIGN_CANCELLED));
      }
      var result = after(call(signals.takePermit()));
      if (result != null) {
        return result;
      }
    }
  }

  private CallReport call(Permit permit) {
    lastCall = permit.callId();
    var attributes =
        SearchAttributes.newBuilder()
            .set(SearchKeys.TENANT_ID, journey.tenantId().toString())
            .set(SearchKeys.CAMPAIGN_ID, journey.campaignId().toString())
            .set(SearchKeys.ATTEMPT_NO, (long) permit.attemptNo())
            .build();
    var child =
        Workflow.newChildWorkflowStub(
            CallWorkflow.class,
            ChildPolicies.call(
                WorkflowIds.call(permit.callId()), attributes, "Attempt " + permit.attemptNo()));
    return child.run(
        new CallStart(
            journey.tenantId(),
            permit.callId(),
            Direction.OUTBOUND,
            journey.campaignId(),
            permit.attemptNo()));
  }

  /// Null: there will be another attempt.
  private @Nullable Result after(CallReport report) {
    if (!report.counts()) {
      return withoutAttempt(report);
    }
    attempts++;
    if (report.outcome() == Outcome.MESSAGE_LEFT) {
      messageLeft = true;
    } else if (report.outcome() != null) {
      return new Result(report.outcome(), reasonOf(report), true, report.callId());
    }
    if (signals.stop().isPresent()) {
      return stopped(signals.stop().get());
    }
    var line = lineOf(report);
    var sameBefore = seen.merge(line, 1, Integer::sum) - 1;
    return switch (journey.redial().after(line, sameBefore, attempts, journey.maxAttempts())) {
      case RedialPolicy.Decision.CallAgain again ->
          queue(again.pause(), null) ? null : stopped(CancelReason.CAMPAIGN_CANCELLED);
      case RedialPolicy.Decision.Stop stop -> notReached(line, stop.reason());
    };
  }

  private @Nullable Result withoutAttempt(CallReport report) {
    if (signals.stop().isPresent()) {
      return stopped(signals.stop().get());
    }
    if (report.outcome() != null) {
      return new Result(report.outcome(), reasonOf(report), true, report.callId());
    }
    if (report.disposition() == Disposition.CANCELLED) {
      return new Result(Outcome.CANCELLED, reasonOf(report), true, report.callId());
    }
    var queued =
        report.notBefore() == null ? queue(CARRIER_PAUSE, null) : queue(null, report.notBefore());
    return queued ? null : stopped(CancelReason.CAMPAIGN_CANCELLED);
  }

  /// Answered without a word is as good as not answered.
  private static Disposition lineOf(CallReport report) {
    return report.disposition() == Disposition.ANSWERED
        ? Disposition.NO_ANSWER
        : report.disposition();
  }

  private Result notReached(Disposition line, String reason) {
    if (messageLeft) {
      return new Result(Outcome.MESSAGE_LEFT, reason, false, lastCall);
    }
    if (line == Disposition.REJECTED) {
      return new Result(Outcome.FAILED, "CARRIER_REJECTED", false, lastCall);
    }
    return new Result(Outcome.NOT_REACHED, reason, false, lastCall);
  }

  private Result stopped(CancelReason reason) {
    var outcome =
        switch (reason) {
          case OPTED_OUT -> Outcome.OPTED_OUT;
          case SUPPRESSED -> Outcome.NOT_CALLABLE;
          case OPERATOR, CAMPAIGN_CANCELLED ->
              messageLeft ? Outcome.MESSAGE_LEFT : Outcome.CANCELLED;
        };
    return new Result(outcome, reason.name(), true, lastCall);
  }

  private boolean queue(@Nullable Duration pause, @Nullable Instant notBefore) {
    return book.queueAttempt(
            new JourneyBook.NextAttempt(
                journey.tenantId(),
                journey.campaignId(),
                journey.contactId(),
                attempts + 1,
                pause,
                notBefore))
        .queued();
  }

  private static String reasonOf(CallReport report) {
    return report.outcomeReason() == null ? report.disposition().name() : report.outcomeReason();
  }
}
