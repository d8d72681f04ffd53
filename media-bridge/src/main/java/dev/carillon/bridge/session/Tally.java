package dev.carillon.bridge.session;

import dev.carillon.bridge.engine.Usage;
import dev.carillon.call.StreamEnd;
import java.time.Duration;

/// Counts what happens to sessions, for the metrics. Any thread.
public interface Tally {

  /// A session that had its call has ended.
  void ended(StreamEnd.Reason reason, Duration open);

  /// The carrier's side sent something it may not send.
  void protocolBroken(int closeCode);

  /// From the end of the person's speech to the first sound of the answer.
  void answered(String engine, Duration took);

  /// From the engine's word that the person speaks to the line being told to be silent.
  void gaveWay(String engine, Duration took);

  /// A provider has counted something.
  void used(Usage usage);

  /// A voice engine was lost or refused.
  void engineFailed(String code);
}
