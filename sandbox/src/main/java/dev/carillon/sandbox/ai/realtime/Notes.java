package dev.carillon.sandbox.ai.realtime;

import org.jspecify.annotations.Nullable;

/// Where a session writes what happened, one line of the ledger each.
public interface Notes {
  /// `pairs` are names and values in turn.
  void write(String event, @Nullable Object... pairs);
}
