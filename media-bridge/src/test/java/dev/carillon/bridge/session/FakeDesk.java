package dev.carillon.bridge.session;

import dev.carillon.bridge.desk.CallDesk;
import dev.carillon.bridge.desk.DeskFailure;
import dev.carillon.call.Acknowledged;
import dev.carillon.call.Instruction;
import dev.carillon.call.InstructionsAfter;
import dev.carillon.call.StreamClaim;
import dev.carillon.call.StreamEnd;
import dev.carillon.call.StreamGrant;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;

/// A workflow that answers as the test says. What it is asked waits until the test lets it go on,
/// so that answers come when the test wants them.
final class FakeDesk implements CallDesk, Executor {
  final List<StreamEnd> ends = new ArrayList<>();
  final List<ToolUse> uses = new ArrayList<>();
  final List<StreamClaim> claims = new ArrayList<>();
  final Deque<Instruction> instructions = new ArrayDeque<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  StreamGrant grant;
  int notFoundTimes;
  int unansweredClaims;
  int endFailures;
  String toolAnswer = "{\"ok\":true}";
  boolean toolsHang;

  FakeDesk(StreamGrant grant) {
    this.grant = grant;
  }

  @Override
  public void execute(Runnable task) {
    waiting.add(task);
  }

  /// Runs what waits; a question for instructions stays when there are none.
  void work() {
    int count = waiting.size();
    for (int i = 0; i < count; i++) {
      var task = waiting.remove();
      try {
        task.run();
      } catch (Hanging _) {
        waiting.add(task);
      }
    }
  }

  @Override
  public StreamGrant claim(UUID callId, StreamClaim claim) throws DeskFailure {
    claims.add(claim);
    if (notFoundTimes-- > 0) {
      throw new DeskFailure(DeskFailure.Kind.NOT_FOUND, null);
    }
    if (unansweredClaims-- > 0) {
      throw new DeskFailure(DeskFailure.Kind.TIMED_OUT, null);
    }
    return grant;
  }

  @Override
  public ToolResult use(UUID callId, ToolUse use) throws DeskFailure {
    if (!uses.contains(use)) {
      uses.add(use);
    }
    if (toolsHang) {
      throw new Hanging();
    }
    return new ToolResult(toolAnswer, null);
  }

  @Override
  public Instruction next(UUID callId, String streamToken, InstructionsAfter after)
      throws DeskFailure {
    var next = instructions.poll();
    if (next == null) {
      throw new Hanging();
    }
    return next;
  }

  @Override
  public Acknowledged ended(UUID callId, String streamToken, StreamEnd end) throws DeskFailure {
    if (endFailures-- > 0) {
      throw new DeskFailure(DeskFailure.Kind.UNAVAILABLE, null);
    }
    ends.add(end);
    return new Acknowledged(true);
  }

  /// Thrown through the caller to stand for an answer that is still to come.
  static final class Hanging extends Error {
    private static final long serialVersionUID = 1L;
  }
}
