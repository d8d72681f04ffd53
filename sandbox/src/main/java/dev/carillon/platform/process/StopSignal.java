package dev.carillon.platform.process;

/// The signal that ends a part in an orderly way.
public enum StopSignal {
  /// What most programs take as "finish and go".
  TERM,
  /// PostgreSQL's fast shutdown; its TERM would wait for clients to leave.
  INT
}
