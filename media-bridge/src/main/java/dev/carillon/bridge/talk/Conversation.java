package dev.carillon.bridge.talk;

import dev.carillon.bridge.desk.DeskCalls;
import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.playout.CallClock;
import dev.carillon.bridge.playout.Playout;
import dev.carillon.bridge.playout.SpokenItem;
import dev.carillon.call.CallBrief;
import dev.carillon.call.StreamEnd.Reason;
import dev.carillon.call.ToolUse;
import dev.carillon.call.TranscriptLine;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is said between agent and person, from the engine's readiness to the last word. It brings
/// the engine's events to the parts that know what they mean.
public final class Conversation implements Playout.Listener, Idle.Listener {
  private static final String END_CALL = "end_call";
  private static final Duration TURN_PASSES = Duration.ofSeconds(1);

  /// Two minutes of speech ahead of the playback: nobody listens to that.
  private static final long LONGEST_SPEECH_BYTES = 120_000L * SpokenItem.BYTES_PER_MS;

  private final CallClock clock;
  private final Speaking speaking;
  private final Responses responses;
  private final Transcript transcript;
  private final Stage stage;
  private final Tools tools;
  private final Goodbye goodbye;
  private final Voicemail voicemail;
  private final Opening opening;
  private final Idle idle;
  private final Safeguard safeguard;
  private final EngineWatch watch;
  private final Keys keys;
  private final Map<String, SpokenItem> items = new HashMap<>();
  private final Set<String> spokenIn = new HashSet<>();
  private boolean personTalks;
  private long personTalksSince;
  private boolean firstAudio;
  private boolean turnClosing;

  public Conversation(
      CallBrief brief, CallClock clock, Speaking speaking, DeskCalls desk, Goodbye.Ender ender) {
    this.clock = clock;
    this.speaking = speaking;
    this.responses = speaking.responses();
    this.transcript = speaking.transcript();
    this.stage = speaking.stage();
    this.tools = new Tools(brief.callId(), desk, clock, speaking);
    this.goodbye = new Goodbye(speaking, clock, ender);
    this.watch = new EngineWatch(speaking, clock, goodbye, ender);
    this.voicemail =
        new Voicemail(speaking, clock, goodbye, ender, watch::expect, brief.voicemailMessage());
    this.opening = new Opening(brief, speaking, voicemail, watch);
    this.idle = new Idle(clock, this);
    this.safeguard = new Safeguard(brief, desk, clock, speaking, voicemail);
    this.keys = new Keys(clock, this::typed);
  }

  /// The engine is ready: the agent opens the conversation, or takes it up where it broke.
  public void open() {
    opening.open();
  }

  public Voicemail voicemail() {
    return voicemail;
  }

  public Keys keys() {
    return keys;
  }

  /// Keys are what the person says without a voice: written down, and answered.
  private void typed(String input) {
    var words = "(pressed " + String.join(" ", input.split("")) + ")";
    transcript.typed(words);
    speaking.engine().typed(words);
    idle.personWords();
    if (stage.is(SessionState.TALKING)) {
      speaking.silence();
      watch.expect();
      responses.want(Prompt.going(""));
    }
  }

  /// The carrier says that a machine is on the line.
  public void machineAnswered() {
    voicemail.carrierSaysMachine();
  }

  /// Another engine takes over: what the lost one made is still heard, what it was about to do is
  /// not.
  public void engineReplaced(String code, String by) {
    speaking.journal().event("engine_replaced", Map.of("code", code, "by", by));
    opening.interrupted(responses.busy() && !tools.running());
    responses.lost();
    List.copyOf(items.values()).forEach(speaking.playout()::finish);
  }

  /// The engine that took over is ready.
  public void engineResumed(boolean hearsPerson) {
    opening.resumed(hearsPerson, items.isEmpty());
  }

  /// What has been said, with what is being said now.
  public List<TranscriptLine> saidSoFar() {
    return transcript.soFar(items.values());
  }

  /// The engine is gone: what it made is still heard, then the call ends.
  public void engineLost(String code) {
    speaking.journal().event("engine_failed", Map.of("code", code));
    watch.satisfied();
    responses.lost();
    List.copyOf(items.values()).forEach(speaking.playout()::finish);
    goodbye.lastWords(Reason.ENGINE_FAILED);
    if (speaking.playout().quiet()) {
      whenSilent();
    }
  }

  /// Whether words of the person are still to come.
  public boolean wordsMissing() {
    return turnClosing || transcript.waitsForWords();
  }

  /// The longest a call may take is over.
  public void timeIsUp() {
    goodbye.timeIsUp();
  }

  /// The call ends: what is being played is cut here, unless it has been heard.
  public void close() {
    keys.over();
    idle.cancel();
    watch.satisfied();
    goodbye.off();
    voicemail.stop();
    // A turn too short may be none to the engine, and a machine has no last words.
    if (personTalks
        && !voicemail.machine()
        && clock.nanos() - personTalksSince > Duration.ofMillis(400).toNanos()) {
      turnClosing = true;
      speaking.engine().closeTurn();
    }
    var playout = speaking.playout();
    if (!playout.quiet()) {
      var cut = playout.clear();
      cut.items().forEach(item -> transcript.agentCut(item, cut.position()));
    }
    playout.release();
  }

  public void responseBegan(String responseId) {
    boolean askedFor = responses.askedFor();
    responses.began(responseId);
    if (!voicemail.responseBegan(responseId, askedFor)) {
      speaking.reject();
    }
  }

  public void responseRefused() {
    responses.refused();
    if (stage.is(SessionState.LEAVING_MESSAGE) && !responses.active().isEmpty()) {
      // The one under way is not the message, whatever it took itself for.
      speaking.reject();
    }
  }

  public void audio(String responseId, String itemId, ByteBuf frame, int from, int length) {
    if (!responses.plays(responseId)) {
      return;
    }
    watch.spoke();
    idle.agentSpeaks();
    spokenIn.add(responseId);
    var item = items.get(itemId);
    if (item == null) {
      item = new SpokenItem(itemId, responseId);
      items.put(itemId, item);
    }
    if (!item.settled()) {
      speaking.playout().offer(item, frame, from, length);
      if (speaking.playout().waitingBytes() > LONGEST_SPEECH_BYTES) {
        responses.reject();
      }
    }
  }

  public void words(String itemId, String more) {
    if (items.containsKey(itemId) || responses.playing()) {
      items.computeIfAbsent(itemId, id -> new SpokenItem(id, responses.active())).addText(more);
    }
  }

  public void wholeText(String itemId, String text) {
    var item = items.get(itemId);
    if (item != null) {
      item.replaceText(text);
    }
  }

  public void audioDone(String itemId) {
    var item = items.get(itemId);
    if (item != null) {
      speaking.playout().finish(item);
    }
  }

  public void toolWanted(ToolUse use) {
    watch.satisfied();
    if (use.name().equals(END_CALL)) {
      goodbye.agentEnds(use.toolCallId());
    } else {
      tools.run(use);
    }
  }

  public void toolResultTaken() {
    responses.resultsSeen();
    if (!tools.running()) {
      watch.expect();
    }
  }

  public void responseEnded(String responseId, EngineEvents.Ending ending) {
    boolean played = responses.plays(responseId);
    boolean spoke = spokenIn.remove(responseId);
    items.values().stream()
        .filter(item -> item.responseId().equals(responseId))
        .forEach(speaking.playout()::finish);
    items.values().removeIf(SpokenItem::settled);
    voicemail.responseEnded(responseId, ending);
    responses.ended(responseId);
    if (played && stage.live()) {
      goodbye.responseOver(spoke);
      if (!stage.is(SessionState.LEAVING_MESSAGE)) {
        watch.responseEnded(ending);
      }
    }
    whenSilent();
  }

  public void personBegan() {
    personTalks = true;
    personTalksSince = clock.nanos();
    transcript.personBegan();
    idle.personBegan();
    responses.personBegan();
    if (stage.is(SessionState.LEAVING_MESSAGE)) {
      return;
    }
    voicemail.personBegan();
    boolean talking = stage.is(SessionState.TALKING) || goodbye.interrupted();
    if (!talking) {
      return;
    }
    int heardMs = speaking.giveWay();
    if (heardMs >= 0) {
      speaking.journal().event("barge_in", Map.of("heardMs", heardMs));
    }
  }

  public void personStopped() {
    personTalks = false;
    idle.personStopped();
  }

  public void turnTaken(String turnId) {
    personTalks = false;
    turnClosing = false;
    transcript.turnTaken(turnId);
    if (!stage.live()) {
      return;
    }
    voicemail.turnTaken();
    clock.after(TURN_PASSES, responses::turnPassed);
    if (stage.is(SessionState.TALKING)) {
      watch.expect();
    }
  }

  public void turnText(String turnId, String text) {
    if (transcript.turnText(turnId, text) && stage.live()) {
      idle.personWords();
      voicemail.words(text);
      goodbye.personWords(text);
      safeguard.words(text);
    }
  }

  @Override
  public void begins(SpokenItem item) {
    transcript.agentBegins(item);
    if (!firstAudio) {
      firstAudio = true;
      speaking.journal().event("conversation_started", Map.of());
    }
  }

  @Override
  public void heard(SpokenItem item) {
    transcript.agentHeard(item);
    voicemail.heard(item);
    items.remove(item.id());
  }

  @Override
  public void playedOut() {
    whenSilent();
  }

  @Override
  public void askWhetherThere() {
    speaking.journal().event("silence", Map.of());
    responses.want(
        Prompt.saying("It has been quiet for a while. Ask in a few words whether they are there."));
  }

  @Override
  public void giveUp() {
    goodbye.nobodyAnswers();
  }

  @Override
  public boolean occupied() {
    return !speaking.silent() || tools.running() || !stage.is(SessionState.TALKING);
  }

  private void whenSilent() {
    if (!stage.live() || responses.busy() || !speaking.playout().quiet()) {
      return;
    }
    if (voicemail.quiet() || goodbye.quiet() || tools.running()) {
      return;
    }
    idle.silenceBegins();
  }
}
