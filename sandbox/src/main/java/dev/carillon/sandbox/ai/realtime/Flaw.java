package dev.carillon.sandbox.ai.realtime;

import java.time.Duration;

/// What goes wrong in one session on purpose.
public sealed interface Flaw {
  /// Nothing does.
  record None() implements Flaw {}

  /// The connection is closed after a while; code 1006 drops it without a word.
  record CloseMidCall(Duration after, int code) implements Flaw {}

  /// It stays open and says nothing any more.
  record Stall() implements Flaw {}

  /// An error event out of nothing.
  record ErrorEvent(Duration after) implements Flaw {}

  /// Every answer takes so much longer.
  record Slow(Duration more) implements Flaw {}

  /// `session.updated` comes so late.
  record LateSessionUpdated(Duration late) implements Flaw {}

  /// `session.updated` never comes.
  record NoSessionUpdated() implements Flaw {}
}
