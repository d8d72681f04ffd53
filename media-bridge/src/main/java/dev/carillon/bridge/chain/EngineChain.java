package dev.carillon.bridge.chain;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.EngineRoster;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.engine.VoiceEngines;
import dev.carillon.bridge.playout.CallClock;
import dev.carillon.call.CallBrief;
import dev.carillon.call.TranscriptLine;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The engines of one call as one: when the one that talks is lost, the next in the agent's list
/// takes over with what was said so far. It fails when the last one is lost.
public final class EngineChain implements VoiceEngine, EngineGate.Owner {
  /// A little of what came before somebody was heard to begin.
  private static final long LEAD_FRAMES = 25;

  private static final long FRAME_MILLIS = 20;

  private static final Duration READY_WITHIN = Duration.ofSeconds(3);

  /// Told when another engine takes over.
  public interface Listener {

    /// The engine that talked is lost; nothing more comes of what it was about to do.
    void engineReplaced(String code, String by);

    /// What the next one is to know: all that was said, in order.
    List<TranscriptLine> saidSoFar();

    /// The next one is ready.
    ///
    /// @param hearsPerson it is being given what the person said last, and answers by itself
    void engineResumed(boolean hearsPerson);
  }

  private final EngineRoster roster;
  private final EventLoop loop;
  private final CallClock clock;
  private final EngineEvents outward;
  private final Listener listener;
  private final RecentSound recent = new RecentSound();
  private final Deque<VoiceEngines> left = new ArrayDeque<>();
  private VoiceEngine engine;
  private String name;
  private EngineGate gate;
  private @Nullable CallBrief brief;
  private @Nullable String failedEarly;
  private final List<String> orphanedAnswers = new ArrayList<>();
  private int opened;
  private boolean tookOver;
  private boolean hearsPerson;

  public EngineChain(
      EngineRoster roster,
      EventLoop loop,
      CallClock clock,
      EngineEvents outward,
      Listener listener) {
    this.roster = roster;
    this.loop = loop;
    this.clock = clock;
    this.outward = outward;
    this.listener = listener;
    this.gate = new EngineGate("", outward, this);
    this.name = roster.usual().name();
    this.engine = roster.usual().open(loop, gate);
  }

  /// The name of the engine that talks.
  public String name() {
    return name;
  }

  @Override
  public void begin(CallBrief granted) {
    brief = granted;
    left.addAll(roster.of(granted.engines()));
    if (left.isEmpty()) {
      outward.failed("not_configured");
      return;
    }
    var first = left.remove();
    if (!first.name().equals(name)) {
      open(first);
      engine.begin(granted);
      recent.replay(engine, RecentSound.FRAMES);
      awaitReady();
    } else if (failedEarly == null) {
      engine.begin(granted);
      awaitReady();
    } else {
      takeOver(failedEarly);
    }
  }

  @Override
  public void ready() {
    if (tookOver) {
      listener.engineResumed(hearsPerson);
    } else {
      outward.ready();
    }
  }

  @Override
  public void lost(String code) {
    if (brief == null) {
      failedEarly = code;
    } else {
      takeOver(code);
    }
  }

  /// Somebody else had better go on, if there is somebody else.
  @Override
  public void stalled(String code, Duration unheard) {
    if (brief != null && !left.isEmpty()) {
      gate.shut();
      takeOver(code, unheard.toMillis() / FRAME_MILLIS);
    }
  }

  private void takeOver(String code) {
    takeOver(code, 0);
  }

  private void takeOver(String code, long unheardFrames) {
    var before = brief;
    var next = left.poll();
    if (next == null || before == null) {
      outward.failed(code);
      return;
    }
    listener.engineReplaced(code, next.name());
    boolean waiting = gate.personUnanswered() || unheardFrames > 0;
    long since = gate.personUnanswered() ? gate.framesSincePersonBegan() : unheardFrames;
    long frames = waiting ? since + LEAD_FRAMES : 0;
    boolean greeted = gate.wasReady() || tookOver;
    tookOver = greeted;
    hearsPerson = waiting;
    open(next);
    engine.begin(before.goneOnWithAfter(listener.saidSoFar()));
    if (greeted) {
      recent.replay(engine, frames);
    } else {
      recent.replay(engine, RecentSound.FRAMES);
    }
    awaitReady();
  }

  /// An engine that does not even become ready is passed over, as long as there is another one.
  private void awaitReady() {
    var awaited = gate;
    if (!left.isEmpty()) {
      clock.after(
          READY_WITHIN,
          () -> {
            if (!awaited.wasReady()) {
              awaited.failed("not_ready");
            }
          });
    }
  }

  private void open(VoiceEngines next) {
    gate.shut();
    engine.close();
    name = next.name();
    opened++;
    gate = new EngineGate("e" + opened + "-", outward, this);
    engine = next.open(loop, gate);
  }

  @Override
  public void hear(ByteBuf base64, int from, int length) {
    gate.frame();
    if (brief == null || !left.isEmpty()) {
      recent.hear(base64, from, length);
    }
    engine.hear(base64, from, length);
  }

  @Override
  public void flush() {
    engine.flush();
  }

  @Override
  public void respond(Prompt prompt) {
    if (prompt.afterTools() && !orphanedAnswers.isEmpty()) {
      var answers = String.join(" ", orphanedAnswers);
      orphanedAnswers.clear();
      engine.respond(
          Prompt.going("The tool that was being used has answered: " + answers + " Go on."));
    } else {
      engine.respond(prompt);
    }
  }

  @Override
  public void stopResponding() {
    engine.stopResponding();
  }

  @Override
  public void heardOnly(String itemId, int heardMs) {
    var own = gate.own(itemId);
    if (own != null) {
      engine.heardOnly(own, heardMs);
    }
  }

  @Override
  public void toolAnswered(String toolCallId, String json) {
    if (gate.wanted(toolCallId)) {
      engine.toolAnswered(toolCallId, json);
    } else {
      // The engine that wanted it is gone; the next one is told in words.
      orphanedAnswers.add(json);
      outward.toolResultTaken();
    }
  }

  @Override
  public void typed(String words) {
    engine.typed(words);
  }

  @Override
  public void holdTurns(boolean held) {
    engine.holdTurns(held);
  }

  @Override
  public void closeTurn() {
    engine.closeTurn();
  }

  @Override
  public void close() {
    gate.shut();
    engine.close();
  }
}
