package dev.carillon.bench.attempts;

/// A way for attempts to go through.
interface Path extends AutoCloseable {

  /// Sends `people` through, one attempt each, carried by `pair`; how many were finished a second.
  double attemptsPerSecond(Pair pair, int people) throws InterruptedException;

  @Override
  void close();
}
