package dev.carillon.sandbox;

import dev.carillon.bridge.desk.CallDesk;
import dev.carillon.bridge.desk.DeskFailure;
import dev.carillon.bridge.journal.Journal;
import dev.carillon.bridge.journal.Journals;
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
import dev.carillon.call.ToolSpec;
import dev.carillon.call.ToolUse;
import dev.carillon.call.TranscriptLine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The workflows and the record of a few calls, for a real bridge.
final class FakeDesk implements CallDesk, Journals, AutoCloseable {
  static final String GREETING =
      "Hello, this is the automated assistant. Is that time still good for you?";

  private static final List<ToolSpec> TOOLS =
      List.of(tool("confirm_appointment"), tool("end_call"));

  private final Map<UUID, Call> calls = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);

  /// A call that is to come.
  Call call(int number, List<String> engines) {
    Call call = new Call(new UUID(7, number), number, engines);
    calls.put(call.id, call);
    return call;
  }

  @Override
  public StreamGrant claim(UUID callId, StreamClaim claim) {
    return new StreamGrant.Granted(
        new CallBrief(
            new UUID(0, 1),
            callId,
            Direction.INBOUND,
            CallPurpose.REMINDER,
            "Carillon Garage",
            "You are the AI assistant of Carillon Garage. Remind people of their appointment.",
            GREETING,
            "Please call us back.",
            "en",
            "marin",
            of(callId).engines,
            TOOLS,
            Duration.ofMinutes(2),
            List.of(),
            false,
            null,
            null));
  }

  @Override
  public ToolResult use(UUID callId, ToolUse use) {
    of(callId).tools.add(use.name());
    return new ToolResult("{\"done\":true}", null);
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
    of(callId).ends.add(end);
    return new Acknowledged(true);
  }

  @Override
  public Journal open(UUID tenantId, UUID callId) {
    return of(callId);
  }

  /// Lets everybody go who waits for an instruction.
  @Override
  public void close() {
    over.countDown();
  }

  private Call of(UUID callId) {
    Call call = calls.get(callId);
    if (call == null) {
      throw new AssertionError("no such call");
    }
    return call;
  }

  private static ToolSpec tool(String name) {
    return new ToolSpec(name, "", "{\"type\":\"object\",\"properties\":{}}");
  }

  /// What became of one call.
  static final class Call implements Journal {
    private final UUID id;
    private final int number;
    private final List<String> engines;
    private final Queue<TranscriptLine> lines = new ConcurrentLinkedQueue<>();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final Queue<String> tools = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<StreamEnd> ends = new LinkedBlockingQueue<>();

    private Call(UUID id, int number, List<String> engines) {
      this.id = id;
      this.number = number;
      this.engines = engines;
    }

    UUID id() {
      return id;
    }

    int number() {
      return number;
    }

    /// Waits for its end.
    StreamEnd end() throws InterruptedException {
      StreamEnd end = ends.poll(60, TimeUnit.SECONDS);
      if (end == null) {
        throw new AssertionError("the call does not end, after " + lines);
      }
      return end;
    }

    List<String> lines(TranscriptLine.Speaker who) {
      return lines.stream().filter(line -> line.who() == who).map(TranscriptLine::text).toList();
    }

    List<String> tools() {
      return List.copyOf(tools);
    }

    List<String> events() {
      return List.copyOf(events);
    }

    @Override
    public void line(TranscriptLine line) {
      lines.add(line);
    }

    @Override
    public void event(String name, Map<String, Object> detail) {
      events.add(name);
    }

    @Override
    public boolean awaitDelivered(Duration atMost) {
      return true;
    }

    @Override
    public void close() {
      // Everything is kept.
    }
  }
}
