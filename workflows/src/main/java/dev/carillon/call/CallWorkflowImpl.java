package dev.carillon.call;

import dev.carillon.policy.ActivityPolicies;
import dev.carillon.policy.SearchKeys;
import dev.carillon.policy.Waits;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Handlers take in what comes; the main method places, waits for the end of the line, concludes
/// and closes the books.
public final class CallWorkflowImpl implements CallWorkflow {
  /// Longer than any call: ring, talk and the search for a call whose placing was unclear.
  private static final Duration LONGEST = Duration.ofHours(2);

  /// How long the bridge may take to say its last word after the carrier's.
  private static final Duration LAST_WORD = Duration.ofSeconds(10);

  private static final Duration HANG_UP_AGAIN = Duration.ofSeconds(5);

  private final CallBook book = ActivityPolicies.BOOKS.stub(CallBook.class);
  private final CallBook bookInCall = ActivityPolicies.IN_CALL.stub(CallBook.class);
  private final ToolDesk tools = ActivityPolicies.IN_CALL.stub(ToolDesk.class);
  private final Telephony telephony = ActivityPolicies.TELEPHONY.stub(Telephony.class);
  private final Telephony telephonyInCall =
      ActivityPolicies.TELEPHONY_IN_CALL.stub(Telephony.class);
  private final CallStart call;
  private final CallLine line = new CallLine();

  @WorkflowInit
  public CallWorkflowImpl(CallStart call) {
    this.call = call;
  }

  @Override
  public CallReport run(CallStart start) {
    if (call.direction() == Direction.OUTBOUND) {
      show(CallState.SUBMITTING, "Asking the carrier to ring.");
      var ended = new PlacingStep(call, line).place();
      if (ended.isPresent()) {
        return close(ended.get(), null);
      }
    }
    show(CallState.QUEUED, "With the carrier.");
    awaitTheEnd();
    var conclusion = new ConcludingStep(call, line).conclude();
    return close(conclusion.report(), conclusion.summary());
  }

  private void awaitTheEnd() {
    var deadline = Workflow.currentTimeMillis() + LONGEST.toMillis();
    while (!line.finished() && Workflow.currentTimeMillis() < deadline) {
      var left = Duration.ofMillis(deadline - Workflow.currentTimeMillis());
      Waits.untilOrFor(left, "the line", () -> line.finished() || line.toBeHungUp());
      if (line.toBeHungUp()) {
        telephony.hangUp(call);
        Waits.untilOrFor(HANG_UP_AGAIN, "the hang-up", line::finished);
      }
    }
    Waits.untilOrFor(LAST_WORD, "the bridge's last word", () -> !line.bridgeStillTalks());
  }

  private CallReport close(CallReport report, @Nullable CallSummary summary) {
    Workflow.upsertTypedSearchAttributes(
        SearchKeys.CALL_STATE.valueSet(CallState.ENDED.name()),
        SearchKeys.CALL_DISPOSITION.valueSet(report.disposition().name()));
    book.close(
        new CallBook.CallEnd(
            call.tenantId(),
            call.callId(),
            report.disposition(),
            report.outcome(),
            report.outcomeReason(),
            summary));
    Workflow.setCurrentDetails(
        "Line: %s. Outcome: %s (%s).%s"
            .formatted(
                report.disposition(),
                report.outcome() == null ? "none" : report.outcome(),
                report.outcomeReason(),
                summary == null ? "" : "\n\n" + summary.text()));
    Workflow.await(Workflow::isEveryHandlerFinished);
    return report;
  }

  private void show(CallState state, String details) {
    Workflow.setCurrentDetails(details);
    if (state == CallState.QUEUED) {
      Workflow.upsertTypedSearchAttributes(SearchKeys.CALL_STATE.valueSet(state.name()));
    }
  }

  @Override
  public void carrierReported(CarrierReport report) {
    line.heard(report);
    if (report instanceof CarrierReport.Progress progress
        && progress.state() == CallState.IN_PROGRESS) {
      Workflow.setCurrentDetails("Answered; talking.");
    }
  }

  @Override
  public void cancel(CancelCall cancel) {
    line.cancel(cancel.reason());
  }

  @Override
  public StreamGrant claimStream(StreamClaim claim) {
    var refusal = line.refusal(claim);
    if (refusal.isPresent()) {
      return new StreamGrant.Refused(refusal.get());
    }
    try {
      return new StreamGrant.Granted(bookInCall.brief(call));
    } catch (ActivityFailure unavailable) {
      return new StreamGrant.Refused("BRIEF_UNAVAILABLE");
    }
  }

  @Override
  public ToolResult useTool(ToolUse use) {
    try {
      var result = tools.run(ToolDesk.ToolOrder.inCall(call, use));
      if (result.outcome() != null) {
        line.agreed(result.outcome());
      }
      return result;
    } catch (ActivityFailure failed) {
      return ToolResult.notNow();
    }
  }

  @Override
  public Instruction nextInstruction(InstructionsAfter after) {
    Workflow.await(() -> line.instructionAfter(after.seen()).isPresent() || line.finished());
    return line.instructionAfter(after.seen()).orElseGet(Instruction.CallOver::new);
  }

  @Override
  public Acknowledged order(OperatorOrder order) {
    return switch (order) {
      case OperatorOrder.Say say -> new Acknowledged(line.say(say));
      case OperatorOrder.PauseRecording _ -> recording(true);
      case OperatorOrder.ResumeRecording _ -> recording(false);
    };
  }

  private Acknowledged recording(boolean paused) {
    if (line.finished() || !line.answered()) {
      return new Acknowledged(false);
    }
    try {
      return telephonyInCall.pauseRecording(new Telephony.RecordingPause(call, paused));
    } catch (ActivityFailure refused) {
      return new Acknowledged(false);
    }
  }

  @Override
  public Acknowledged streamEnded(StreamEnd end) {
    // Nothing but the bridge says that a call which came in is over: the sweep then asks the
    // carrier.
    if (end.hangUp() || call.direction() == Direction.INBOUND) {
      book.streamEnded(new CallBook.StreamNote(call.tenantId(), call.callId(), end));
    }
    line.streamEnded(end);
    return new Acknowledged(true);
  }
}
