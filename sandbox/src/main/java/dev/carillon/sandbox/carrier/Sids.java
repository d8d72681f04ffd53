package dev.carillon.sandbox.carrier;

import java.util.random.RandomGenerator;

/// Makes identifiers in the carrier's shape: two letters and 32 hex digits.
public final class Sids {
  private final RandomGenerator random;

  public Sids(RandomGenerator random) {
    this.random = random;
  }

  /// A new one, such as `CA` and its digits.
  public synchronized String next(String kind) {
    return kind + "%016x%016x".formatted(random.nextLong(), random.nextLong());
  }
}
