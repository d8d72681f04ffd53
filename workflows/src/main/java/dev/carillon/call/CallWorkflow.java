package dev.carillon.call;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/// One phone call: place, converse, finish, after-call work. Workflow id `call/{callId}`.
@WorkflowInterface
public interface CallWorkflow {

  @WorkflowMethod(name = "Call")
  CallReport run(CallStart start);

  /// News from the carrier; may come before the request that placed the call was answered.
  @SignalMethod(name = "carrierReported")
  void carrierReported(CarrierReport report);

  @SignalMethod(name = "cancel")
  void cancel(CancelCall cancel);

  /// A bridge asks for the call. One claim per token.
  @UpdateMethod(name = "claimStream")
  StreamGrant claimStream(StreamClaim claim);

  /// Runs a tool; the caller gives the tool call's id as the Update's id.
  @UpdateMethod(name = "useTool")
  ToolResult useTool(ToolUse use);

  /// Waits for the next instruction to the bridge; answered with `CallOver` at the end.
  @UpdateMethod(name = "nextInstruction")
  Instruction nextInstruction(InstructionsAfter after);

  /// Carries out an order in the middle of a talk; false when nobody is talking. The caller's
  /// Update id makes it happen once.
  @UpdateMethod(name = "order")
  Acknowledged order(OperatorOrder order);

  /// The bridge's word on how its stream ended.
  @UpdateMethod(name = "streamEnded")
  Acknowledged streamEnded(StreamEnd end);
}
