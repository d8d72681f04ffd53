package dev.carillon.bridge.cascade;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.bridge.faculty.Ears;
import dev.carillon.bridge.faculty.Message;
import dev.carillon.bridge.faculty.Mind;
import dev.carillon.bridge.json.Base64Text;
import dev.carillon.bridge.playout.CallClock;
import dev.carillon.call.CallBrief;
import dev.carillon.call.ToolSpec;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One conversation held by ears, mind and voice. A turn of the person is answered as soon as it is
/// understood, and thought about a little sooner; who begins to speak stops the answer under way.
final class CascadeEngine implements VoiceEngine, Ears.Events, Delivery.Listener, Answer.Owner {
  /// 60 ms, as lines send it at most; larger frames are rare and grow the array.
  private static final int FRAME_BYTES = 480;

  private final Ears ears;
  private final Mind mind;
  private final EventLoop loop;
  private final EngineEvents events;
  private final CallClock clock;
  private final FlushBudget budget;
  private final Delivery delivery;
  private final Attention attention = new Attention();
  private final Dialogue dialogue = new Dialogue();
  private final Map<String, Answer> spoken = new HashMap<>();
  private List<ToolSpec> tools = List.of();
  private Ears.@Nullable Listening listening;
  private @Nullable Answer answer;
  private @Nullable Draft draft;
  private byte[] frame = new byte[FRAME_BYTES];
  private int turns;
  private int answers;
  private boolean hears;
  private boolean speaks;
  private boolean held;
  private boolean closed;

  CascadeEngine(CascadeParts parts, EventLoop loop, CallClock clock, EngineEvents events) {
    this.ears = parts.ears();
    this.mind = parts.mind();
    this.loop = loop;
    this.clock = clock;
    this.events = events;
    this.budget = new FlushBudget(clock::nanos);
    this.delivery = new Delivery(parts.voice(), parts.phrases(), loop, this);
  }

  @Override
  public void begin(CallBrief brief) {
    tools = brief.tools();
    dialogue.begin(brief);
    listening = ears.open(loop, brief.language(), this);
  }

  @Override
  public void hear(ByteBuf base64, int from, int length) {
    if (listening == null || closed) {
      return;
    }
    int bytes = Base64Text.decodedLength(base64, from, length);
    if (bytes > frame.length) {
      frame = new byte[bytes];
    }
    Base64Text.decode(base64, from, length, frame);
    listening.hear(frame, bytes);
    if (hears && attention.overlooked(frame, bytes)) {
      var since = attention.since();
      attention.noticed();
      events.stalled("ears_stalled", since);
    }
  }

  @Override
  public void flush() {
    if (listening != null) {
      listening.flush();
    }
  }

  @Override
  public void respond(Prompt prompt) {
    if (closed) {
      return;
    }
    if (answer != null) {
      events.responseRefused();
      return;
    }
    dropDraft();
    boolean phrases = !prompt.words().isEmpty() || !(prompt.mayUseTools() || prompt.afterTools());
    var begun = begin(phrases);
    if (prompt.words().isEmpty()) {
      think(begun, prompt.instructions(), prompt.mayUseTools());
    } else {
      begun.say(prompt.words());
      begun.thought();
    }
  }

  @Override
  public void stopResponding() {
    if (answer != null) {
      answer.cancel();
    }
  }

  @Override
  public void heardOnly(String itemId, int heardMs) {
    var said = spoken.get(itemId);
    if (said != null) {
      said.heardOnly(heardMs);
    }
  }

  @Override
  public void toolAnswered(String toolCallId, String json) {
    dialogue.toolAnswered(toolCallId, json);
    events.toolResultTaken();
  }

  @Override
  public void typed(String words) {
    dialogue.personSaid(words);
  }

  @Override
  public void holdTurns(boolean hold) {
    held = hold;
  }

  @Override
  public void closeTurn() {
    // The call is ending: the words are wanted, an answer is not.
    held = true;
    if (listening != null) {
      listening.closeTurn();
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    dropDraft();
    if (answer != null) {
      answer.cancel();
    }
    delivery.close();
    if (listening != null) {
      listening.close();
    }
  }

  @Override
  public void listening() {
    hears = true;
    readyIfBoth();
  }

  @Override
  public void canSpeak() {
    speaks = true;
    readyIfBoth();
  }

  @Override
  public void attentive() {
    attention.noticed();
  }

  @Override
  public void personBegan() {
    if (closed) {
      return;
    }
    dropDraft();
    events.personBegan();
    if (!held && answer != null) {
      answer.cancel();
    }
  }

  @Override
  public void earlyTurn(String text) {
    dropDraft();
    if (closed || held || answer != null || text.isBlank()) {
      return;
    }
    var begun = new Draft(text, events);
    draft = begun;
    var conversation = dialogue.messages("");
    conversation.add(new Message.Person(text));
    begun.by(mind.think(conversation, tools, true, loop, begun));
  }

  @Override
  public void turnResumed() {
    dropDraft();
  }

  @Override
  public void turn(String text) {
    if (closed) {
      return;
    }
    var early = draft;
    draft = null;
    var turnId = "turn-" + ++turns;
    events.personStopped();
    events.turnTaken(turnId);
    events.turnText(turnId, text);
    boolean said = !text.isBlank() && !closed;
    if (said) {
      dialogue.personSaid(text);
    }
    boolean answered = said && !held && answer == null;
    if (answered && early != null && early.answers(text)) {
      early.becomes(begin(false));
      return;
    }
    if (early != null) {
      early.drop();
    }
    if (answered) {
      think(begin(false), "", true);
    }
  }

  @Override
  public void sound(ByteBuf mulaw) {
    if (answer != null) {
      answer.sound(mulaw);
    }
  }

  @Override
  public void kept(ByteBuf base64) {
    if (answer != null) {
      answer.kept(base64);
    }
  }

  @Override
  public void flushed() {
    if (answer != null) {
      answer.flushed();
    }
  }

  @Override
  public void over(Answer which, EngineEvents.Ending ending) {
    if (which == answer) {
      answer = null;
      if (!closed) {
        events.responseEnded(which.id(), ending);
      }
    }
  }

  @Override
  public void stalled(String code) {
    if (!closed) {
      events.stalled(code, Duration.ZERO);
    }
  }

  @Override
  public void mindLost(String code) {
    lost("mind_" + code);
  }

  @Override
  public void earsLost(String code) {
    lost("ears_" + code);
  }

  @Override
  public void voiceLost(String code) {
    lost("voice_" + code);
  }

  private Answer begin(boolean phrases) {
    var begun =
        new Answer(
            ++answers, phrases, dialogue.agentBegins(), events, delivery, budget, clock, this);
    answer = begun;
    spoken.put(begun.itemId(), begun);
    events.responseBegan(begun.id());
    return begun;
  }

  private void think(Answer about, String instruction, boolean mayUseTools) {
    about.by(mind.think(dialogue.messages(instruction), tools, mayUseTools, loop, about));
  }

  private void dropDraft() {
    if (draft != null) {
      draft.drop();
      draft = null;
    }
  }

  private void readyIfBoth() {
    if (hears && speaks && !closed) {
      events.ready();
    }
  }

  private void lost(String code) {
    if (!closed) {
      close();
      events.failed(code);
    }
  }
}
