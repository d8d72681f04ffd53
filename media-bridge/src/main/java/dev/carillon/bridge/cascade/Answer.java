package dev.carillon.bridge.cascade;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Usage;
import dev.carillon.call.ToolUse;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.base64.Base64;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One response: what the model says, sentence by sentence, on its way through the voice.
final class Answer implements Mind.Events {

  /// Told when it is over, or when the model failed.
  interface Owner {
    void over(Answer answer, EngineEvents.Ending ending);

    void mindLost(String code);
  }

  private final String id;
  private final String itemId;
  private final Dialogue.Entry entry;
  private final EngineEvents events;
  private final Voice.Speech speech;
  private final FlushBudget budget;
  private final Owner owner;
  private final Sentences sentences = new Sentences();
  private final List<ToolUse> tools = new ArrayList<>();
  private Mind.@Nullable Thought thought;
  private int flushes;
  private final StringBuilder given = new StringBuilder();
  private boolean whole;

  Answer(
      int number,
      Dialogue.Entry entry,
      EngineEvents events,
      Voice.Speech speech,
      FlushBudget budget,
      Owner owner) {
    this.id = "answer-" + number;
    this.itemId = "speech-" + number;
    this.entry = entry;
    this.events = events;
    this.speech = speech;
    this.budget = budget;
    this.owner = owner;
  }

  String id() {
    return id;
  }

  String itemId() {
    return itemId;
  }

  /// Stopping the answer stops this too.
  void by(Mind.Thought under) {
    thought = under;
  }

  @Override
  public void text(String more) {
    sentences.add(more).forEach(this::say);
  }

  @Override
  public void tool(ToolUse use) {
    tools.add(use);
  }

  @Override
  public void thought() {
    var left = sentences.rest();
    if (!left.isEmpty()) {
      say(left);
    }
    flush();
    whole = true;
    for (var use : tools) {
      entry.wants(use);
      events.toolWanted(use);
    }
    endIfSpoken();
  }

  @Override
  public void used(Usage usage) {
    events.used(usage);
  }

  @Override
  public void mindLost(String code) {
    owner.mindLost(code);
  }

  /// Says these words, which no model has to think of.
  void say(String sentence) {
    given.append(given.isEmpty() ? "" : " ").append(sentence);
    speech.say(sentence);
    if (flushes == 0 && budget.mayHurry()) {
      flush();
    }
  }

  /// The voice speaks. Words count from their first sound on: what it was given and never said,
  /// nobody heard.
  void sound(ByteBuf mulaw) {
    int bytes = mulaw.readableBytes();
    if (bytes == 0) {
      return;
    }
    var words = entry.sounds(bytes);
    if (!words.isEmpty()) {
      events.words(itemId, words + " ");
    }
    var text = Base64.encode(mulaw, false);
    try {
      events.audio(id, itemId, text, text.readerIndex(), text.readableBytes());
    } finally {
      text.release();
    }
  }

  /// The voice has said what one flush asked for.
  void flushed() {
    if (flushes > 0) {
      flushes--;
      entry.sounded();
    }
    endIfSpoken();
  }

  /// Stops it where it is.
  void cancel() {
    if (thought != null) {
      thought.cancel();
    }
    speech.clear();
    entry.stopped();
    owner.over(this, EngineEvents.Ending.CANCELLED);
  }

  void heardOnly(int heardMs) {
    entry.heardOnly(heardMs);
  }

  private void flush() {
    if (given.isEmpty()) {
      return;
    }
    entry.says(given.toString());
    given.setLength(0);
    flushes++;
    budget.used();
    speech.flush();
  }

  private void endIfSpoken() {
    if (whole && flushes == 0) {
      events.audioDone(itemId);
      owner.over(this, EngineEvents.Ending.COMPLETED);
    }
  }
}
