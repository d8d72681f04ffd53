package dev.carillon.bridge.session;

import dev.carillon.call.StreamEnd;
import java.time.Duration;

/// Counts what happens to sessions, for the metrics. Any thread.
public interface Tally {

  /// A session that had its call has ended.
  void ended(StreamEnd.Reason reason, Duration open);

  /// The carrier's side sent something it may not send.
  void protocolBroken(int closeCode);

  /// A voice engine was lost or refused.
  void engineFailed(String code);
}
