package dev.carillon.bridge.session;

import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.engine.FakeEngine;
import dev.carillon.bridge.engine.Usage;
import dev.carillon.bridge.playout.FakeLine;
import dev.carillon.bridge.playout.ManualClock;
import dev.carillon.call.CallBrief;
import dev.carillon.call.CallPurpose;
import dev.carillon.call.Direction;
import dev.carillon.call.Instruction;
import dev.carillon.call.StreamEnd;
import dev.carillon.call.StreamGrant;
import dev.carillon.call.ToolSpec;
import dev.carillon.call.ToolUse;
import dev.carillon.call.TranscriptLine;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A whole session between a fake line, a fake engine and a fake workflow, in time that the test
/// moves.
final class CallOnTable {
  static final UUID CALL = UUID.fromString("00000000-0000-7000-8000-0000000000c1");
  static final String GREETING = "Hello, this is the AI assistant of Carillon Garage.";
  static final String MESSAGE = "This is Carillon Garage. Please call us back.";

  final ManualClock clock = new ManualClock();
  final FakeLine line;
  final FakeEngine engine = new FakeEngine("openai-realtime");
  final FakeEngine spare = new FakeEngine("spare");
  final FakeJournal journal = new FakeJournal();
  final FakeDesk desk;
  final List<StreamEnd.Reason> ended = new ArrayList<>();
  final List<String> measured = new ArrayList<>();
  final MediaSession session;
  private final EmbeddedChannel loop = new EmbeddedChannel();
  private int turns;
  private int closedTimes;

  CallOnTable() {
    this(brief(List.of(), false), Duration.ZERO);
  }

  CallOnTable(CallBrief brief, Duration latency) {
    line = new FakeLine(clock, latency);
    desk = new FakeDesk(new StreamGrant.Granted(brief));
    var around =
        new Surroundings(
            desk,
            new EngineRoster(engine, List.of(spare)),
            journal,
            loop.eventLoop(),
            desk,
            () -> Instant.EPOCH.plusNanos(clock.nanos()),
            new Counts(),
            _ -> closedTimes++);
    session = new MediaSession(CALL, "token", line, clock, around);
    line.onMark(session::marked);
  }

  static CallBrief brief(List<TranscriptLine> heardSoFar, boolean machine) {
    return brief(heardSoFar, machine, List.of("openai-realtime"));
  }

  static CallBrief brief(List<TranscriptLine> heardSoFar, boolean machine, List<String> engines) {
    return new CallBrief(
        UUID.fromString("00000000-0000-7000-8000-000000000001"),
        CALL,
        Direction.OUTBOUND,
        CallPurpose.REMINDER,
        "Carillon Garage",
        "Remind the person of the appointment.",
        GREETING,
        MESSAGE,
        "en-US",
        "marin",
        engines,
        List.of(new ToolSpec("end_call", "Ends the call.", "{\"type\":\"object\"}")),
        Duration.ofMinutes(5),
        heardSoFar,
        machine,
        null,
        null);
  }

  /// The stream starts, the call is claimed, the engine is ready.
  CallOnTable begin() {
    session.started("MZ1", "CA1");
    settle();
    engine.events.ready();
    settle();
    return this;
  }

  /// Begins, and the greeting has been heard to its end.
  CallOnTable greeted() {
    begin();
    engine.says("i0", 2_000, GREETING);
    pass(2_100);
    return this;
  }

  /// Lets the workflow answer and the event loop run.
  void settle() {
    for (int i = 0; i < 3; i++) {
      work();
      loop.runPendingTasks();
    }
  }

  void pass(long millis) {
    long left = millis;
    while (left > 0) {
      long step = Math.min(20, left);
      session.media(io.netty.buffer.Unpooled.EMPTY_BUFFER, 0, 0);
      clock.advanceMillis(step);
      settle();
      left -= step;
    }
  }

  /// Time passes and the carrier sends nothing.
  void passWithoutMedia(long millis) {
    for (long left = millis; left > 0; left -= 100) {
      clock.advanceMillis(100);
      settle();
    }
  }

  /// The person says something for a while; the engine notices, writes it down and is told to
  /// answer by itself.
  void personSays(String text, long millis) {
    engine.events.personBegan();
    pass(millis);
    engine.events.personStopped();
    var turn = "t" + ++turns;
    engine.events.turnTaken(turn);
    engine.events.turnText(turn, text);
    settle();
  }

  void tool(String id, String name) {
    engine.events.toolWanted(new ToolUse(id, name, "{}"));
    settle();
  }

  void told(Instruction instruction) {
    desk.instructions.add(instruction);
    settle();
    pass(20);
  }

  StreamEnd end() {
    if (desk.ends.size() != 1) {
      throw new AssertionError("reported " + desk.ends.size() + " ends: " + desk.ends);
    }
    return desk.ends.getFirst();
  }

  int closedTimes() {
    return closedTimes;
  }

  private void work() {
    desk.work();
  }

  private final class Counts implements Tally {
    @Override
    public void ended(StreamEnd.Reason reason, Duration open) {
      ended.add(reason);
    }

    @Override
    public void protocolBroken(int closeCode) {}

    @Override
    public void answered(String engine, Duration took) {
      measured.add("answered " + took.toMillis());
    }

    @Override
    public void gaveWay(String engine, Duration took) {
      measured.add("gave way");
    }

    @Override
    public void used(Usage usage) {
      measured.add(usage.provider() + " " + usage.unit() + " " + usage.quantity());
    }

    @Override
    public void engineFailed(String code) {}
  }
}
