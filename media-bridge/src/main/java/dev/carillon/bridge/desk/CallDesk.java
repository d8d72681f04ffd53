package dev.carillon.bridge.desk;

import dev.carillon.call.Acknowledged;
import dev.carillon.call.Instruction;
import dev.carillon.call.InstructionsAfter;
import dev.carillon.call.StreamClaim;
import dev.carillon.call.StreamEnd;
import dev.carillon.call.StreamGrant;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import java.util.UUID;

/// Reaches the workflow of a call. Every method blocks, on a virtual thread, and has a deadline of
/// its own; each may be repeated with the same arguments and does nothing twice.
public interface CallDesk {

  /// Asks for the call, once per token.
  ///
  /// @throws DeskFailure NOT_FOUND while the workflow is not there yet
  StreamGrant claim(UUID callId, StreamClaim claim) throws DeskFailure;

  /// Runs a tool.
  ToolResult use(UUID callId, ToolUse use) throws DeskFailure;

  /// Waits for the next instruction.
  ///
  /// @throws DeskFailure TIMED_OUT when there was none for a while: ask again; NOT_FOUND when the
  ///   call is over
  Instruction next(UUID callId, String streamToken, InstructionsAfter after) throws DeskFailure;

  /// Reports the end of a stream.
  Acknowledged ended(UUID callId, String streamToken, StreamEnd end) throws DeskFailure;
}
