package dev.carillon.bridge.cascade;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.engine.VoiceEngine;
import dev.carillon.call.CallBrief;
import dev.carillon.call.ToolSpec;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One conversation held by ears, mind and voice. A turn of the person is answered as soon as it is
/// understood; who begins to speak stops the answer under way.
final class CascadeEngine implements VoiceEngine, Ears.Events, Voice.Events, Answer.Owner {
  private final Ears ears;
  private final Mind mind;
  private final EventLoop loop;
  private final EngineEvents events;
  private final FlushBudget budget;
  private final Voice.Speech speech;
  private final Dialogue dialogue = new Dialogue();
  private final Map<String, Answer> spoken = new HashMap<>();
  private List<ToolSpec> tools = List.of();
  private Ears.@Nullable Listening listening;
  private @Nullable Answer answer;
  private int turns;
  private int answers;
  private boolean hears;
  private boolean speaks;
  private boolean held;
  private boolean closed;

  CascadeEngine(
      Ears ears, Mind mind, Voice voice, EventLoop loop, EngineEvents events, LongSupplier nanos) {
    this.ears = ears;
    this.mind = mind;
    this.loop = loop;
    this.events = events;
    this.budget = new FlushBudget(nanos);
    this.speech = voice.open(loop, this);
  }

  @Override
  public void begin(CallBrief brief) {
    tools = brief.tools();
    dialogue.begin(brief);
    listening = ears.open(loop, brief.language(), this);
  }

  @Override
  public void hear(ByteBuf base64, int from, int length) {
    if (listening != null) {
      listening.hear(base64, from, length);
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
    var begun = begin();
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
    if (answer != null) {
      answer.cancel();
    }
    speech.close();
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
  public void personBegan() {
    if (closed) {
      return;
    }
    events.personBegan();
    if (!held && answer != null) {
      answer.cancel();
    }
  }

  @Override
  public void turn(String text) {
    if (closed) {
      return;
    }
    var turnId = "turn-" + ++turns;
    events.personStopped();
    events.turnTaken(turnId);
    events.turnText(turnId, text);
    if (text.isBlank() || closed) {
      return;
    }
    dialogue.personSaid(text);
    if (!held && answer == null) {
      think(begin(), "", true);
    }
  }

  @Override
  public void sound(ByteBuf mulaw) {
    if (answer != null) {
      answer.sound(mulaw);
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

  private Answer begin() {
    var begun = new Answer(++answers, dialogue.agentBegins(), events, speech, budget, this);
    answer = begun;
    spoken.put(begun.itemId(), begun);
    events.responseBegan(begun.id());
    return begun;
  }

  private void think(Answer about, String instruction, boolean mayUseTools) {
    about.by(mind.think(dialogue.messages(instruction), tools, mayUseTools, loop, about));
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
