package dev.carillon.sandbox.ai.realtime;

import dev.carillon.sandbox.speech.Phrase;
import dev.carillon.sandbox.speech.Understanding;
import java.util.ArrayList;
import java.util.List;

/// What the person says from one silence that counts to the next: stretches of speech, understood
/// one by one while the turn may still go on.
final class Turn {
  private final String itemId;
  private final List<Understanding> understood = new ArrayList<>();
  private int stretches;
  private int open;
  private boolean committed;

  Turn(String itemId) {
    this.itemId = itemId;
  }

  String itemId() {
    return itemId;
  }

  /// Another stretch of speech belongs to it; its place is kept until it is understood.
  int stretch() {
    open++;
    understood.add(Understanding.NOTHING);
    return stretches++;
  }

  void understood(int place, Understanding what) {
    understood.set(place, what);
    open--;
  }

  void commit() {
    committed = true;
  }

  boolean committed() {
    return committed;
  }

  /// Whether all of it is understood and nothing more belongs to it.
  boolean settled() {
    return committed && open == 0;
  }

  boolean silent() {
    return stretches == 0;
  }

  Understanding whole() {
    List<Phrase> phrases = understood.stream().flatMap(each -> each.phrases().stream()).toList();
    List<String> texts =
        understood.stream().map(Understanding::text).filter(text -> !text.isEmpty()).toList();
    return new Understanding(String.join(" ", texts), phrases);
  }
}
