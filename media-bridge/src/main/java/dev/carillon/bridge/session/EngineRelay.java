package dev.carillon.bridge.session;

import dev.carillon.bridge.chain.EngineChain;
import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Usage;
import dev.carillon.bridge.playout.Playout;
import dev.carillon.bridge.playout.SpokenItem;
import dev.carillon.bridge.talk.Conversation;
import dev.carillon.bridge.talk.Stage;
import dev.carillon.call.ToolUse;
import dev.carillon.call.TranscriptLine;
import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands an engine's events to the conversation while there is one. The engine is connected before
/// the call is claimed, and its last words about the person come when the call is already ending.
final class EngineRelay implements EngineEvents, EngineChain.Listener, Playout.Listener {
  private final Stage stage;
  private final Runnable whenReady;
  private final Consumer<String> whenFailed;
  private @Nullable Conversation conversation;
  private @Nullable Measures measures;

  EngineRelay(Stage stage, Runnable whenReady, Consumer<String> whenFailed) {
    this.stage = stage;
    this.whenReady = whenReady;
    this.whenFailed = whenFailed;
  }

  void to(Conversation talk, Measures measured) {
    conversation = talk;
    measures = measured;
  }

  /// The call is over.
  void over() {
    measured(Measures::settle);
  }

  @Override
  public void ready() {
    whenReady.run();
  }

  @Override
  public void failed(String code) {
    whenFailed.accept(code);
  }

  @Override
  public void engineReplaced(String code, String by) {
    live(talk -> talk.engineReplaced(code, by));
    measured(Measures::settle);
  }

  @Override
  public List<TranscriptLine> saidSoFar() {
    var talk = conversation;
    return talk == null ? List.of() : talk.saidSoFar();
  }

  @Override
  public void engineResumed(boolean hearsPerson) {
    measured(Measures::engineBegan);
    live(talk -> talk.engineResumed(hearsPerson));
  }

  @Override
  public void responseBegan(String responseId) {
    live(talk -> talk.responseBegan(responseId));
  }

  @Override
  public void audio(String responseId, String itemId, ByteBuf frame, int from, int length) {
    var talk = conversation;
    if (talk != null && stage.live()) {
      talk.audio(responseId, itemId, frame, from, length);
    }
  }

  @Override
  public void words(String itemId, String more) {
    live(talk -> talk.words(itemId, more));
    measured(all -> all.words(more));
  }

  @Override
  public void wholeText(String itemId, String text) {
    live(talk -> talk.wholeText(itemId, text));
  }

  @Override
  public void audioDone(String itemId) {
    live(talk -> talk.audioDone(itemId));
  }

  @Override
  public void toolWanted(ToolUse use) {
    live(talk -> talk.toolWanted(use));
  }

  @Override
  public void toolResultTaken() {
    live(Conversation::toolResultTaken);
  }

  @Override
  public void responseEnded(String responseId, Ending ending) {
    live(talk -> talk.responseEnded(responseId, ending));
  }

  @Override
  public void responseRefused() {
    live(Conversation::responseRefused);
  }

  @Override
  public void personBegan() {
    var all = measures;
    live(talk -> {
      if (all == null) {
        talk.personBegan();
      } else {
        all.personBegan(talk::personBegan);
      }
    });
  }

  @Override
  public void personStopped() {
    measured(Measures::personStopped);
    live(Conversation::personStopped);
  }

  @Override
  public void turnTaken(String turnId) {
    measured(Measures::turnTaken);
    var talk = conversation;
    if (talk != null) {
      talk.turnTaken(turnId);
    }
  }

  @Override
  public void turnText(String turnId, String text) {
    var talk = conversation;
    if (talk != null) {
      talk.turnText(turnId, text);
    }
  }

  @Override
  public void begins(SpokenItem item) {
    measured(Measures::agentBegins);
    live(talk -> talk.begins(item));
  }

  @Override
  public void heard(SpokenItem item) {
    live(talk -> talk.heard(item));
  }

  @Override
  public void playedOut() {
    live(Conversation::playedOut);
  }

  @Override
  public void used(Usage usage) {
    measured(all -> all.used(usage));
  }

  private void measured(Consumer<Measures> event) {
    var all = measures;
    if (all != null) {
      event.accept(all);
    }
  }

  private void live(Consumer<Conversation> event) {
    var talk = conversation;
    if (talk != null && stage.live()) {
      event.accept(talk);
    }
  }
}
