package dev.carillon.call;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a call's workflow knows of the line: news of carrier and bridge, in whatever order they
/// come. First words count; late ones change nothing.
final class CallLine {
  private final List<Instruction> instructions = new ArrayList<>();
  private final Set<String> claimedTokens = new LinkedHashSet<>();
  private @Nullable String providerCallId;
  private CarrierReport.@Nullable Over over;
  private boolean neverPlaced;
  private boolean answered;
  private boolean machine;
  private @Nullable CancelReason cancelled;
  private @Nullable StreamEnd streamEnd;
  private boolean streaming;
  private int handedOut;
  private @Nullable Outcome agreed;

  void heard(CarrierReport report) {
    switch (report) {
      case CarrierReport.Progress progress -> progressed(progress);
      case CarrierReport.Over end -> ended(end);
      case CarrierReport.MachineVerdict verdict -> judged(verdict);
      case CarrierReport.NeverPlaced _ -> neverPlaced = providerCallId == null && over == null;
    }
  }

  private void progressed(CarrierReport.Progress progress) {
    placed(progress.providerCallId());
    answered |= progress.state() == CallState.IN_PROGRESS;
  }

  private void ended(CarrierReport.Over end) {
    if (over != null) {
      return;
    }
    if (end.providerCallId() != null) {
      placed(end.providerCallId());
    }
    answered |= end.answered();
    over = end;
    instructions.add(new Instruction.CallOver());
  }

  private void judged(CarrierReport.MachineVerdict verdict) {
    if (over != null) {
      return;
    }
    machine = verdict.machine();
    instructions.add(
        verdict.machine() ? new Instruction.MachineAnswered() : new Instruction.HumanAnswered());
  }

  void placed(String sid) {
    if (providerCallId == null) {
      providerCallId = sid;
      neverPlaced = false;
    }
  }

  void cancel(CancelReason reason) {
    if (cancelled == null) {
      cancelled = reason;
    }
  }

  /// Takes a claim if the token is new, the call the right one, and not over.
  Optional<String> refusal(StreamClaim claim) {
    if (over != null || finished()) {
      return Optional.of("CALL_OVER");
    }
    if (providerCallId != null && !providerCallId.equals(claim.providerCallId())) {
      return Optional.of("OTHER_CALL");
    }
    if (!claimedTokens.add(claim.token())) {
      return Optional.of("TOKEN_USED");
    }
    placed(claim.providerCallId());
    forgetWhatWasSaid();
    answered = true;
    streaming = true;
    return Optional.empty();
  }

  /// The next bridge is told everything from the start, but what somebody had said through the
  /// agent has been said.
  private void forgetWhatWasSaid() {
    var heard = instructions.subList(0, Math.min(handedOut, instructions.size()));
    heard.removeIf(instruction -> instruction instanceof Instruction.Say);
    handedOut = 0;
  }

  /// Has the agent say something; false when nobody talks.
  boolean say(OperatorOrder.Say order) {
    if (finished() || !streaming) {
      return false;
    }
    instructions.add(new Instruction.Say(order.text(), order.exact()));
    return true;
  }

  void streamEnded(StreamEnd end) {
    streaming = false;
    streamEnd = end;
  }

  /// A tool settled something. What is said last counts, but an opt-out stands.
  void agreed(Outcome outcome) {
    if (agreed != Outcome.OPTED_OUT) {
      agreed = outcome;
    }
  }

  Optional<Instruction> instructionAfter(int seen) {
    if (seen < instructions.size()) {
      handedOut = Math.max(handedOut, seen + 1);
      return Optional.of(instructions.get(seen));
    }
    return over == null ? Optional.empty() : Optional.of(new Instruction.CallOver());
  }

  /// Nothing more will come from the line.
  boolean finished() {
    return over != null || neverPlaced;
  }

  /// Somebody wants the call ended and the carrier still has it.
  boolean toBeHungUp() {
    return !finished()
        && (cancelled != null || (streamEnd != null && streamEnd.hangUp() && !streaming));
  }

  boolean bridgeStillTalks() {
    return streaming;
  }

  boolean answered() {
    return answered;
  }

  boolean neverPlaced() {
    return neverPlaced;
  }

  Optional<CarrierReport.Over> over() {
    return Optional.ofNullable(over);
  }

  Optional<CancelReason> cancelled() {
    return Optional.ofNullable(cancelled);
  }

  Optional<StreamEnd> streamEnd() {
    return Optional.ofNullable(streamEnd);
  }

  Optional<Outcome> agreed() {
    return Optional.ofNullable(agreed);
  }

  /// The bridge has the last word: it has heard both the carrier's verdict and the words.
  boolean machineAnswered() {
    return streamEnd == null ? machine : streamEnd.machine();
  }

  boolean messageLeft() {
    return streamEnd != null && streamEnd.messageLeft();
  }
}
