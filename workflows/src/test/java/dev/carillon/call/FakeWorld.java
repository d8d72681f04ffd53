package dev.carillon.call;

import io.temporal.failure.ApplicationFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Carrier, books, tools and model of a call under test: answers what it is told to, remembers what
/// it was asked.
public final class FakeWorld implements Telephony, CallBook, ToolDesk, AfterCall {
  final Deque<Placement> placements = new ArrayDeque<>();
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  final List<CallEnd> closed = Collections.synchronizedList(new ArrayList<>());
  final Map<String, Outcome> toolOutcomes = new HashMap<>();
  boolean personSpoke;
  CallSummary summary = new CallSummary("They talked.", "LOW", null, null);
  boolean modelAway;
  Runnable onHangUp = () -> {};

  @Override
  public synchronized Placement place(CallStart call) {
    asked.add("place");
    return placements.isEmpty() ? new Placement.Placed(CallFixtures.SID) : placements.remove();
  }

  @Override
  public Acknowledged hangUp(CallStart call) {
    asked.add("hangUp");
    onHangUp.run();
    return new Acknowledged(true);
  }

  @Override
  public Acknowledged pauseRecording(RecordingPause pause) {
    asked.add(pause.paused() ? "pause recording" : "resume recording");
    return new Acknowledged(true);
  }

  @Override
  public CallBrief brief(CallStart call) {
    return CallFixtures.aBrief(call);
  }

  @Override
  public Acknowledged streamEnded(StreamNote note) {
    asked.add("streamEnded");
    return new Acknowledged(true);
  }

  @Override
  public Acknowledged close(CallEnd end) {
    closed.add(end);
    return new Acknowledged(true);
  }

  @Override
  public ToolResult run(ToolOrder order) {
    asked.add("tool " + order.use().name());
    return new ToolResult("{}", toolOutcomes.get(order.use().name()));
  }

  @Override
  public Heard listen(Listen listen) {
    return new Heard(personSpoke, true, false, listen.lines());
  }

  @Override
  public CallSummary summarise(CallStart call) {
    asked.add("summarise");
    if (modelAway) {
      throw ApplicationFailure.newNonRetryableFailure("away", "UNAVAILABLE");
    }
    return summary;
  }
}
