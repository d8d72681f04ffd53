package dev.carillon.bridge.session;

import dev.carillon.bridge.chain.EngineChain;
import dev.carillon.bridge.desk.DeskCalls;
import dev.carillon.bridge.desk.DeskFailure;
import dev.carillon.bridge.playout.CallClock;
import dev.carillon.bridge.playout.LineEvents;
import dev.carillon.bridge.playout.PhoneLine;
import dev.carillon.bridge.playout.Playout;
import dev.carillon.bridge.talk.Conversation;
import dev.carillon.bridge.talk.OperatorWords;
import dev.carillon.bridge.talk.Responses;
import dev.carillon.bridge.talk.SessionState;
import dev.carillon.bridge.talk.SessionStates;
import dev.carillon.bridge.talk.Speaking;
import dev.carillon.bridge.talk.Stage;
import dev.carillon.bridge.talk.Transcript;
import dev.carillon.call.CallBrief;
import dev.carillon.call.Instruction;
import dev.carillon.call.StreamClaim;
import dev.carillon.call.StreamEnd;
import dev.carillon.call.StreamEnd.Reason;
import dev.carillon.call.StreamGrant;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One stream of one call, from the upgrade of its socket to the report of its end: claims the
/// call, joins line and engine, and sees to it that it ends exactly once, for the first reason
/// there was.
///
/// Everything here runs on the event loop of the call's socket.
public final class MediaSession implements LineEvents {
  private static final Logger log = LoggerFactory.getLogger(MediaSession.class);
  private static final Duration START_WITHIN = Duration.ofSeconds(5);

  /// A call that is unknown may be about to be written down.
  private static final Duration UNKNOWN_FOR = Duration.ofSeconds(2);

  /// A worker that was killed is back within this time. What the person says meanwhile is kept for
  /// the engine; turning the line away would lose it, and another bridge needs the same worker.
  private static final Duration UNANSWERED_FOR = Duration.ofSeconds(20);

  private static final Duration CLAIM_AGAIN = Duration.ofMillis(100);

  /// Longer than a few engines in a row may take.
  private static final Duration READY_WITHIN = Duration.ofSeconds(12);

  private static final Duration LAST_WORDS = Duration.ofSeconds(12);
  private static final int TRY_AGAIN_LATER = 1013;
  private static final int POLICY = 1008;

  private final UUID callId;
  private final String token;
  private final PhoneLine line;
  private final CallClock clock;
  private final Surroundings around;
  private final DeskCalls desk;
  private final Stage stage = new Stage();
  private final EngineRelay relay = new EngineRelay(stage, this::engineReady, this::engineFailed);
  private final EngineChain engine;
  private final LineWatch watch;
  private final long openedNanos;
  private @Nullable CallBrief brief;
  private @Nullable Conversation conversation;
  private @Nullable Speaking speaking;
  private @Nullable Teardown teardown;
  private boolean engineLost;
  private Reason endedBy = Reason.LINE_LOST;

  /// Opens the session and begins to connect the engine: the person is waiting.
  public MediaSession(
      UUID callId, String token, PhoneLine line, CallClock clock, Surroundings around) {
    this.callId = callId;
    this.token = token;
    this.line = line;
    this.clock = clock;
    this.around = around;
    this.desk = new DeskCalls(around.desk(), around.loop(), around.workers());
    this.engine = new EngineChain(around.engines(), around.loop(), clock, relay, relay);
    this.watch = new LineWatch(clock, stage, this::lineSuspect, () -> end(Reason.LINE_LOST, false));
    this.openedNanos = clock.nanos();
    clock.after(START_WITHIN, this::startMissing);
  }

  /// The bridge is being stopped and can wait no longer: another one takes the call over.
  public void drain() {
    if (brief == null) {
      abandon(TRY_AGAIN_LATER);
    } else {
      end(Reason.BRIDGE_DRAINING, false);
    }
  }

  @Override
  public void started(String streamId, String providerCallId) {
    if (stage.on(SessionStates.Event.STARTED)) {
      claim(providerCallId, clock.nanos());
    } else {
      broken(POLICY);
    }
  }

  @Override
  public void media(ByteBuf frame, int from, int length) {
    watch.media();
    engine.hear(frame, from, length);
  }

  @Override
  public void mediaRead() {
    engine.flush();
  }

  @Override
  public void marked(String name) {
    if (speaking != null && stage.live()) {
      speaking.playout().mark(name);
    }
  }

  @Override
  public void pressed(char key) {
    if (conversation != null && stage.live()) {
      conversation.keys().pressed(key);
    }
  }

  @Override
  public void stopped() {
    end(Reason.PERSON_HUNG_UP, false);
  }

  @Override
  public void lost() {
    if (stage.is(SessionState.OPENING)) {
      abandon(POLICY);
    }
    end(Reason.LINE_LOST, false);
    if (teardown != null) {
      teardown.lineLost();
    }
  }

  @Override
  public void broken(int closeCode) {
    if (stage.is(SessionState.OPENING)) {
      abandon(closeCode);
      return;
    }
    log.atWarn()
        .addKeyValue("callId", callId)
        .addKeyValue("code", closeCode)
        .log("the media stream broke the protocol");
    around.tally().protocolBroken(closeCode);
    end(Reason.LINE_LOST, false);
    line.close(closeCode);
  }

  private void startMissing() {
    if (stage.is(SessionState.OPENING)) {
      broken(POLICY);
    }
  }

  private void claim(String providerCallId, long since) {
    desk.ask(
        at -> at.claim(callId, new StreamClaim(token, providerCallId)),
        this::claimed,
        kind -> {
          var patience = kind == DeskFailure.Kind.NOT_FOUND ? UNKNOWN_FOR : UNANSWERED_FOR;
          if (clock.nanos() - since < patience.toNanos() && line.open()) {
            clock.after(CLAIM_AGAIN, () -> claim(providerCallId, since));
          } else {
            log.atWarn()
                .addKeyValue("callId", callId)
                .addKeyValue("kind", kind)
                .log("the call could not be claimed");
            abandon(TRY_AGAIN_LATER);
            closed();
          }
        });
  }

  private void claimed(StreamGrant grant) {
    switch (grant) {
      case StreamGrant.Refused refused -> {
        log.atWarn()
            .addKeyValue("callId", callId)
            .addKeyValue("reason", refused.reason())
            .log("the stream was refused");
        abandon(POLICY);
        closed();
      }
      case StreamGrant.Granted granted -> begin(granted.brief());
    }
  }

  private void begin(CallBrief granted) {
    brief = granted;
    if (!stage.on(SessionStates.Event.GRANTED)) {
      // The line ended while the workflow was asked: the call is ours, so its end is reported.
      reportLost(granted);
      return;
    }
    var journal = around.journals().open(granted.tenantId(), callId);
    teardown = new Teardown(callId, token, clock, desk, line, journal, this::closed);
    var responses = new Responses(engine);
    var transcript = new Transcript(journal, around.now(), granted.heardSoFar());
    var playout = new Playout(line, clock, relay);
    speaking = new Speaking(engine, responses, playout, transcript, journal, stage);
    conversation = new Conversation(granted, clock, speaking, desk, this::hangUp);
    var measures = new Measures(journal, around.tally(), clock, playout, engine::name);
    relay.to(conversation, measures);
    engine.begin(granted);
    measures.engineBegan();
    clock.after(READY_WITHIN, this::readyMissing);
    clock.after(granted.maxDuration(), this::timeIsUp);
    watch.look();
    new Instructions(callId, token, clock, desk, stage, this::follow, this::callGone).ask(0);
    if (engineLost) {
      end(Reason.ENGINE_FAILED, true);
    }
  }

  private void reportLost(CallBrief granted) {
    var end = new StreamEnd(endedBy, granted.heardSoFar().size(), false, false, false, false);
    desk.ask(at -> at.ended(callId, token, end), _ -> closed(), _ -> closed());
  }

  private void engineReady() {
    var talk = conversation;
    if (talk != null && stage.on(SessionStates.Event.ENGINE_READY)) {
      talk.open();
    }
  }

  private void engineFailed(String code) {
    engineLost = true;
    around.tally().engineFailed(code);
    log.atWarn()
        .addKeyValue("callId", callId)
        .addKeyValue("code", code)
        .log("the voice engine was lost");
    var talk = conversation;
    if (talk != null && stage.live()) {
      talk.engineLost(code);
    } else if (brief != null) {
      end(Reason.ENGINE_FAILED, true);
    }
  }

  private void readyMissing() {
    if (stage.is(SessionState.PREPARING)) {
      end(Reason.ENGINE_FAILED, true);
    }
  }

  private void timeIsUp() {
    var talk = conversation;
    if (talk == null) {
      return;
    }
    talk.timeIsUp();
    // A message that is being left, or a goodbye that is being said, may still be heard out.
    clock.after(LAST_WORDS, () -> end(Reason.TIME_LIMIT, true));
  }

  private void lineSuspect(long silentMs) {
    if (speaking != null) {
      speaking.journal().event("line_suspect", Map.of("silentMs", silentMs));
    }
  }

  private void follow(Instruction instruction) {
    var talk = conversation;
    var parts = speaking;
    if (talk == null || parts == null) {
      return;
    }
    switch (instruction) {
      case Instruction.Say say -> OperatorWords.say(say, parts);
      case Instruction.MachineAnswered _ -> talk.machineAnswered();
      case Instruction.HumanAnswered _ -> talk.voicemail().carrierSaysHuman();
      case Instruction.CallOver _ -> end(Reason.AGENT_ENDED, true);
    }
  }

  private void callGone() {
    end(Reason.PERSON_HUNG_UP, true);
  }

  private void hangUp(Reason reason) {
    end(reason, true);
  }

  /// The one end of every session that has its call; the first reason wins.
  private void end(Reason reason, boolean hangUp) {
    var talk = conversation;
    var parts = speaking;
    var ending = teardown;
    if (!stage.on(SessionStates.Event.END)) {
      return;
    }
    endedBy = reason;
    if (talk == null || parts == null || ending == null) {
      engine.close();
      return;
    }
    talk.close();
    relay.over();
    parts.journal().event("conversation_ended", Map.of("reason", reason.name()));
    ending.run(
        () -> !engineLost && talk.wordsMissing(),
        engine::close,
        () ->
            new StreamEnd(
                reason,
                parts.transcript().lines(),
                parts.transcript().personSpoke(),
                hangUp,
                talk.voicemail().left(),
                talk.voicemail().machine()));
    around.tally().ended(reason, Duration.ofNanos(clock.nanos() - openedNanos));
  }

  /// Ends a session that never got its call: there is nothing to report.
  private void abandon(int closeCode) {
    if (stage.on(SessionStates.Event.END)) {
      engine.close();
      line.close(closeCode);
      closed();
    }
  }

  private void closed() {
    if (stage.on(SessionStates.Event.REPORTED)) {
      around.closed().accept(this);
    }
  }
}
