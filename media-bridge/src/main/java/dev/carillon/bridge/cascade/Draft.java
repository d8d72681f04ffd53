package dev.carillon.bridge.cascade;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.bridge.engine.Usage;
import dev.carillon.bridge.faculty.Mind;
import dev.carillon.call.ToolUse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the model thinks of before it is certain that the person is done. Until they are, nothing
/// of it is said or done; when they go on, it is dropped.
final class Draft implements Mind.Events {
  private final String about;
  private final EngineEvents events;
  private final List<Consumer<Mind.Events>> kept = new ArrayList<>();
  private Mind.@Nullable Thought thought;
  private @Nullable Answer answer;
  private boolean lost;

  /// @param about what the person said
  Draft(String about, EngineEvents events) {
    this.about = about;
    this.events = events;
  }

  /// Dropping the draft stops this.
  void by(Mind.Thought under) {
    thought = under;
  }

  /// Whether it is an answer to these words.
  boolean answers(String text) {
    return !lost && thought != null && about.equals(text);
  }

  /// The person is done: what was thought of so far, and what is yet to come, is the answer.
  void becomes(Answer said) {
    answer = said;
    if (thought != null) {
      said.by(thought);
    }
    kept.forEach(event -> event.accept(said));
    kept.clear();
  }

  void drop() {
    if (thought != null) {
      thought.cancel();
    }
  }

  @Override
  public void attentive() {
    pass(Mind.Events::attentive);
  }

  @Override
  public void text(String more) {
    pass(to -> to.text(more));
  }

  @Override
  public void tool(ToolUse use) {
    pass(to -> to.tool(use));
  }

  @Override
  public void thought() {
    pass(Mind.Events::thought);
  }

  /// A draft that is dropped costs as much as one that is said.
  @Override
  public void used(Usage usage) {
    events.used(usage);
  }

  @Override
  public void mindLost(String code) {
    if (answer == null) {
      // Perhaps it was the haste: the turn's end asks anew.
      lost = true;
    } else {
      answer.mindLost(code);
    }
  }

  private void pass(Consumer<Mind.Events> event) {
    if (answer == null) {
      kept.add(event);
    } else {
      event.accept(answer);
    }
  }
}
