package dev.carillon.temporal;

import dev.carillon.call.Acknowledged;
import dev.carillon.call.CallStart;
import dev.carillon.call.CancelCall;
import dev.carillon.call.CancelReason;
import dev.carillon.call.CarrierReport;
import dev.carillon.call.Instruction;
import dev.carillon.call.InstructionsAfter;
import dev.carillon.call.OperatorOrder;
import dev.carillon.call.StreamClaim;
import dev.carillon.call.StreamEnd;
import dev.carillon.call.StreamGrant;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import dev.carillon.policy.WorkflowIds;
import io.grpc.StatusRuntimeException;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.TemporalException;
import java.util.UUID;

/// Messages to calls in progress. Every method blocks until the workflow has answered: use a
/// virtual thread and a deadline of your own.
public final class CallWorkflows {
  private final WorkflowClient client;

  public CallWorkflows(TemporalConnection connection) {
    this.client = connection.client();
  }

  /// Starts a call that belongs to no journey; harmless when it has been started before.
  public void start(CallStart call) {
    Starts.call(client, call);
  }

  /// Claims a media stream. The token is the Update's id, so that a repeated claim of the same
  /// bridge gets the same answer.
  ///
  /// @throws CallNotReached absent when the call has no workflow (yet), or it is over
  public StreamGrant claimStream(UUID callId, StreamClaim claim) {
    return update(callId, "claimStream", claim.token(), StreamGrant.class, claim);
  }

  /// Runs a tool; the tool call's id is the Update's id.
  public ToolResult useTool(UUID callId, ToolUse use) {
    return update(callId, "useTool", use.toolCallId(), ToolResult.class, use);
  }

  /// Waits for the next instruction; may take as long as the call. `streamToken` makes the Update's
  /// id this stream's own.
  public Instruction nextInstruction(UUID callId, String streamToken, InstructionsAfter after) {
    return update(
        callId, "nextInstruction", streamToken + "-" + after.seen(), Instruction.class, after);
  }

  /// Carries out an order in the middle of a talk, once per `orderId`.
  ///
  /// @throws CallNotReached absent when the call is over
  public Acknowledged order(UUID callId, String orderId, OperatorOrder order) {
    return update(callId, "order", orderId, Acknowledged.class, order);
  }

  /// The stream's last word; repeating it is harmless.
  public Acknowledged streamEnded(UUID callId, String streamToken, StreamEnd end) {
    return update(callId, "streamEnded", "end-" + streamToken, Acknowledged.class, end);
  }

  /// News from the carrier. News of a call whose workflow is over changes nothing any more.
  ///
  /// @return false when there is no such workflow in progress
  public boolean reported(UUID callId, CarrierReport report) {
    return signal(callId, "carrierReported", report);
  }

  /// Asks for the end of a call.
  ///
  /// @return false when there is no such workflow in progress
  public boolean cancel(UUID callId, CancelReason reason) {
    return signal(callId, "cancel", new CancelCall(reason));
  }

  private boolean signal(UUID callId, String name, Object argument) {
    try {
      stub(callId).signal(name, argument);
      return true;
    } catch (WorkflowNotFoundException _) {
      return false;
    }
  }

  private <R> R update(UUID callId, String name, String id, Class<R> result, Object argument) {
    var options =
        UpdateOptions.newBuilder(result)
            .setUpdateName(name)
            .setUpdateId(id)
            .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
            .build();
    try {
      return stub(callId).startUpdate(options, argument).getResult();
    } catch (WorkflowNotFoundException e) {
      throw new CallNotReached(true, e);
    } catch (TemporalException | StatusRuntimeException e) {
      throw new CallNotReached(false, e);
    }
  }

  private WorkflowStub stub(UUID callId) {
    return client.newUntypedWorkflowStub(WorkflowIds.call(callId));
  }
}
