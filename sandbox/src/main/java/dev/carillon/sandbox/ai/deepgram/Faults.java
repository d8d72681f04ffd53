package dev.carillon.sandbox.ai.deepgram;

import dev.carillon.sandbox.ai.realtime.Flaw;

/// Says what goes wrong on purpose.
@FunctionalInterface
public interface Faults {
  /// What happens to the connection that `who`, such as `deepgram-listen`, opens now.
  Fate next(String who);

  /// What becomes of a connection.
  ///
  /// @param refusal the status it is refused with, 0 when it is let in
  record Fate(int refusal, Flaw flaw) {}
}
