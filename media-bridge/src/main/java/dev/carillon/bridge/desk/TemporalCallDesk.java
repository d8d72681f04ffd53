package dev.carillon.bridge.desk;

import dev.carillon.call.Acknowledged;
import dev.carillon.call.Instruction;
import dev.carillon.call.InstructionsAfter;
import dev.carillon.call.StreamClaim;
import dev.carillon.call.StreamEnd;
import dev.carillon.call.StreamGrant;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import dev.carillon.temporal.CallNotReached;
import dev.carillon.temporal.CallWorkflows;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Reaches calls by Temporal Updates, each with a deadline.
public final class TemporalCallDesk implements CallDesk {
  private static final Duration CLAIM = Duration.ofSeconds(5);
  private static final Duration TOOL = Duration.ofSeconds(8);
  private static final Duration INSTRUCTION = Duration.ofMinutes(10);
  private static final Duration END = Duration.ofSeconds(3);

  private final CallWorkflows calls;

  public TemporalCallDesk(CallWorkflows calls) {
    this.calls = calls;
  }

  @Override
  public StreamGrant claim(UUID callId, StreamClaim claim) throws DeskFailure {
    return within(CLAIM, () -> calls.claimStream(callId, claim));
  }

  @Override
  public ToolResult use(UUID callId, ToolUse use) throws DeskFailure {
    return within(TOOL, () -> calls.useTool(callId, use));
  }

  @Override
  public Instruction next(UUID callId, String streamToken, InstructionsAfter after)
      throws DeskFailure {
    return within(INSTRUCTION, () -> calls.nextInstruction(callId, streamToken, after));
  }

  @Override
  public Acknowledged ended(UUID callId, String streamToken, StreamEnd end) throws DeskFailure {
    return within(END, () -> calls.streamEnded(callId, streamToken, end));
  }

  private static <T> T within(Duration deadline, Supplier<T> question) throws DeskFailure {
    var asking = new FutureTask<T>(question::get);
    Thread.ofVirtual().name("ask-call").start(asking);
    try {
      return asking.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      asking.cancel(true);
      throw new DeskFailure(DeskFailure.Kind.TIMED_OUT, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      asking.cancel(true);
      throw new DeskFailure(DeskFailure.Kind.UNAVAILABLE, e);
    } catch (ExecutionException e) {
      boolean absent = e.getCause() instanceof CallNotReached notReached && notReached.absent();
      throw new DeskFailure(
          absent ? DeskFailure.Kind.NOT_FOUND : DeskFailure.Kind.UNAVAILABLE, e.getCause());
    }
  }
}
