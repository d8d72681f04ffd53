package dev.carillon.bridge.line;

/// How many messages a stream may send: 100 a second, and what a pause of a few seconds has piled
/// up. More is no phone line.
final class MessageRate {
  private static final long PER_SECOND = 100;
  private static final long BURST = 500;

  private long tokens = BURST;
  private long lastNanos;

  MessageRate(long nowNanos) {
    this.lastNanos = nowNanos;
  }

  /// Takes one message; false when it is one too many.
  boolean take(long nowNanos) {
    long earned = (nowNanos - lastNanos) / (1_000_000_000L / PER_SECOND);
    if (earned > 0) {
      tokens = Math.min(BURST, tokens + earned);
      lastNanos += earned * (1_000_000_000L / PER_SECOND);
    }
    return --tokens >= 0;
  }
}
