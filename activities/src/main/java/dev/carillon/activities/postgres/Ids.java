package dev.carillon.activities.postgres;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes ids: UUIDs of version 7 (RFC 9562), so that newer rows sort behind older ones.
public final class Ids {
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000000000000000L;

  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param random may be called from many threads
  public Ids(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public UUID next() {
    long high = (clock.millis() << 16) | VERSION | (random.nextLong() & 0x0FFF);
    long low = VARIANT | (random.nextLong() >>> 2);
    return new UUID(high, low);
  }
}
