package dev.carillon.call;

import dev.carillon.policy.ActivityPolicies;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/// Says what came of a call once the line is silent: waits for the transcript, has it summarised,
/// weighs tools against words.
final class ConcludingStep {
  private final AfterCall transcript = ActivityPolicies.TRANSCRIPT.stub(AfterCall.class);
  private final AfterCall model = ActivityPolicies.MODEL.stub(AfterCall.class);
  private final ToolDesk tools = ActivityPolicies.OUTSIDE.stub(ToolDesk.class);
  private final CallStart call;
  private final CallLine line;

  ConcludingStep(CallStart call, CallLine line) {
    this.call = call;
    this.line = line;
  }

  /// The report and what a model made of the conversation, if there was one.
  record Conclusion(CallReport report, @Nullable CallSummary summary) {}

  Conclusion conclude() {
    var disposition = disposition();
    if (!line.answered()) {
      return new Conclusion(report(disposition, null, silentReason(disposition), false), null);
    }
    var heard = listen();
    var spoke = heard.personSpoke() || line.streamEnd().map(StreamEnd::personSpoke).orElse(false);
    var machine = disposition == Disposition.VOICEMAIL;
    var summary = spoke || machine ? summarise() : null;
    var outcome = outcome(disposition, spoke, summary);
    if (outcome == Outcome.OPTED_OUT && line.agreed().isEmpty()) {
      suppress();
    }
    return new Conclusion(
        report(disposition, outcome, reason(outcome, summary), spoke && !machine), summary);
  }

  private Disposition disposition() {
    if (line.neverPlaced() || line.over().isEmpty()) {
      return Disposition.UNKNOWN;
    }
    var over = line.over().get().disposition();
    return over == Disposition.ANSWERED && line.machineAnswered() ? Disposition.VOICEMAIL : over;
  }

  private @Nullable Outcome outcome(
      Disposition disposition, boolean spoke, @Nullable CallSummary summary) {
    if (line.agreed().isPresent()) {
      return line.agreed().get();
    }
    if (disposition == Disposition.VOICEMAIL) {
      return line.messageLeft() ? Outcome.MESSAGE_LEFT : null;
    }
    if (line.cancelled().isPresent() && !spoke) {
      return Outcome.CANCELLED;
    }
    if (!spoke) {
      return null;
    }
    return summary == null || summary.outcome() == null ? Outcome.TALKED : summary.outcome();
  }

  private String reason(@Nullable Outcome outcome, @Nullable CallSummary summary) {
    if (line.agreed().isPresent()) {
      return "AGREED_IN_THE_CALL";
    }
    if (outcome == null) {
      return "NOBODY_SPOKE";
    }
    return summary == null || summary.outcome() == null
        ? "WITHOUT_A_SUMMARY"
        : "FROM_THE_CONVERSATION";
  }

  private String silentReason(Disposition disposition) {
    return line.cancelled().map(Enum::name).orElse(disposition.name());
  }

  private CallReport report(
      Disposition disposition, @Nullable Outcome outcome, String reason, boolean spoke) {
    var counts = disposition != Disposition.CANCELLED;
    return new CallReport(call.callId(), disposition, outcome, reason, spoke, counts, null);
  }

  private AfterCall.Heard listen() {
    var lines = line.streamEnd().map(StreamEnd::lines).orElse(0);
    try {
      return transcript.listen(new AfterCall.Listen(call, lines, true));
    } catch (ActivityFailure late) {
      Workflow.getLogger(ConcludingStep.class)
          .warn("the transcript did not become complete in time");
      return ActivityPolicies.BOOKS
          .stub(AfterCall.class)
          .listen(new AfterCall.Listen(call, lines, false));
    }
  }

  private @Nullable CallSummary summarise() {
    try {
      return model.summarise(call);
    } catch (ActivityFailure away) {
      Workflow.getLogger(ConcludingStep.class).warn("no summary: the model is away");
      return null;
    }
  }

  /// The words said "never again" though no tool was used: it holds all the same.
  private void suppress() {
    tools.run(ToolDesk.ToolOrder.inCall(call, new ToolUse("after-call", "opt_out", "{}")));
  }
}
