package dev.carillon.bridge.cascade;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Usage;
import dev.carillon.bridge.faculty.Mind;
import dev.carillon.bridge.json.Base64Text;
import dev.carillon.bridge.playout.CallClock;
import dev.carillon.call.ToolUse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.base64.Base64;
import io.netty.handler.codec.base64.Base64Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One response: what the model says, sentence by sentence, on its way through the voice.
final class Answer implements Mind.Events {
  /// How long model and voice may take to their first piece, and from one to the next, before
  /// another engine had better take over: with it, the person waits no more than two seconds.
  static final Duration PATIENCE = Duration.ofMillis(1_500);

  /// Longer ones are not said twice.
  private static final int LONGEST_PHRASE = 300;

  /// Told when it is over, or when a part of the engine is late or lost.
  interface Owner {
    void over(Answer answer, EngineEvents.Ending ending);

    void stalled(String code);

    void mindLost(String code);
  }

  private final String id;
  private final String itemId;
  private final Dialogue.Entry entry;
  private final EngineEvents events;
  private final Delivery delivery;
  private final FlushBudget budget;
  private final Owner owner;
  private final Expectation words;
  private final Expectation voice;
  private final boolean phrases;
  private final Sentences sentences = new Sentences();
  private final List<ToolUse> tools = new ArrayList<>();
  private Mind.@Nullable Thought thought;
  private int flushes;
  private final StringBuilder given = new StringBuilder();
  private boolean whole;

  /// @param phrases whether what it says is likely to be said again, word for word
  Answer(
      int number,
      boolean phrases,
      Dialogue.Entry entry,
      EngineEvents events,
      Delivery delivery,
      FlushBudget budget,
      CallClock clock,
      Owner owner) {
    this.id = "answer-" + number;
    this.itemId = "speech-" + number;
    this.phrases = phrases;
    this.entry = entry;
    this.events = events;
    this.delivery = delivery;
    this.budget = budget;
    this.owner = owner;
    this.words = new Expectation(clock, PATIENCE, () -> owner.stalled("mind_stalled"));
    this.voice = new Expectation(clock, PATIENCE, () -> owner.stalled("voice_stalled"));
  }

  String id() {
    return id;
  }

  String itemId() {
    return itemId;
  }

  /// The model is thinking of it. Stopping the answer stops this too.
  void by(Mind.Thought under) {
    thought = under;
    if (!whole) {
      words.begins();
    }
  }

  @Override
  public void attentive() {
    words.came();
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
    words.over();
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
    words.over();
    owner.mindLost(code);
  }

  /// Says these words, which no model has to think of.
  void say(String sentence) {
    given.append(given.isEmpty() ? "" : " ").append(sentence);
    if (!phrases) {
      delivery.say(sentence);
    }
    if (flushes == 0 && budget.mayHurry()) {
      flush();
    }
  }

  /// The voice speaks. Words count from their first sound on: what it was given and never said,
  /// nobody heard.
  void sound(ByteBuf mulaw) {
    voice.came();
    int bytes = mulaw.readableBytes();
    if (bytes == 0) {
      return;
    }
    sounds(bytes);
    // Playing it keeps it for a while, so the text needs memory of its own: pooled, whatever the
    // sound came in.
    var text =
        Base64.encode(
            mulaw,
            mulaw.readerIndex(),
            bytes,
            false,
            Base64Dialect.STANDARD,
            ByteBufAllocator.DEFAULT);
    try {
      events.audio(id, itemId, text, text.readerIndex(), text.readableBytes());
    } finally {
      text.release();
    }
  }

  /// A phrase that was said before.
  void kept(ByteBuf base64) {
    int from = base64.readerIndex();
    int length = base64.readableBytes();
    sounds(Base64Text.decodedLength(base64, from, length));
    events.audio(id, itemId, base64, from, length);
  }

  /// The voice has said what one flush asked for.
  void flushed() {
    if (flushes > 0) {
      flushes--;
      entry.sounded();
    }
    if (flushes == 0) {
      voice.over();
    } else {
      voice.came();
    }
    endIfSpoken();
  }

  /// Stops it where it is.
  void cancel() {
    if (thought != null) {
      thought.cancel();
    }
    words.over();
    voice.over();
    delivery.clear();
    entry.stopped();
    owner.over(this, EngineEvents.Ending.CANCELLED);
  }

  void heardOnly(int heardMs) {
    entry.heardOnly(heardMs);
  }

  private void sounds(int bytes) {
    var said = entry.sounds(bytes);
    if (!said.isEmpty()) {
      events.words(itemId, said + " ");
    }
  }

  private void flush() {
    if (given.isEmpty()) {
      return;
    }
    var text = given.toString();
    given.setLength(0);
    entry.says(text);
    flushes++;
    if (phrases && text.length() <= LONGEST_PHRASE) {
      if (delivery.phrase(text)) {
        asked();
      }
      return;
    }
    asked();
    if (phrases) {
      delivery.say(text);
    }
    delivery.flush();
  }

  /// The voice owes something.
  private void asked() {
    budget.used();
    voice.begins();
  }

  private void endIfSpoken() {
    if (whole && flushes == 0) {
      events.audioDone(itemId);
      owner.over(this, EngineEvents.Ending.COMPLETED);
    }
  }
}
