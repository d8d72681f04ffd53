package dev.carillon.bench.audio;

import dev.carillon.bridge.desk.CallDesk;
import dev.carillon.bridge.desk.DeskFailure;
import dev.carillon.call.Acknowledged;
import dev.carillon.call.CallBrief;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Direction;
import dev.carillon.call.Instruction;
import dev.carillon.call.InstructionsAfter;
import dev.carillon.call.StreamClaim;
import dev.carillon.call.StreamEnd;
import dev.carillon.call.StreamGrant;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/// Calls whose workflows answer at once: what is measured is the bridge.
final class GrantingDesk implements CallDesk {
  private final CountDownLatch over = new CountDownLatch(1);

  @Override
  public StreamGrant claim(UUID callId, StreamClaim claim) {
    return new StreamGrant.Granted(
        new CallBrief(
            new UUID(0, 1),
            callId,
            Direction.OUTBOUND,
            CallPurpose.REMINDER,
            "Carillon Garage",
            "Remind.",
            "Hello, this is the assistant of Carillon Garage.",
            "Please call back.",
            "en",
            "marin",
            List.of(),
            List.of(),
            Duration.ofMinutes(5),
            List.of(),
            false,
            null,
            null));
  }

  @Override
  public ToolResult use(UUID callId, ToolUse use) {
    return new ToolResult("{}", null);
  }

  @Override
  public Instruction next(UUID callId, String streamToken, InstructionsAfter after)
      throws DeskFailure {
    try {
      over.await();
      return new Instruction.CallOver();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeskFailure(DeskFailure.Kind.UNAVAILABLE, e);
    }
  }

  @Override
  public Acknowledged ended(UUID callId, String streamToken, StreamEnd end) {
    return new Acknowledged(true);
  }

  /// Every call is over.
  void endAll() {
    over.countDown();
  }
}
