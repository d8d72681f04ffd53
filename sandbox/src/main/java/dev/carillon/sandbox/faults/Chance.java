package dev.carillon.sandbox.faults;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Chance that depends on a seed and on what is decided, not on the order in which things happen.
public final class Chance {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Chance() {}

  /// A generator of its own for one decision: the same seed and circumstances draw the same
  /// numbers.
  public static RandomGenerator of(long seed, Object... circumstances) {
    long hash = mix(FNV_OFFSET, Long.toString(seed));
    for (Object circumstance : circumstances) {
      hash = mix(hash, "/" + circumstance);
    }
    return new SplittableRandom(hash);
  }

  private static long mix(long hash, String text) {
    long mixed = hash;
    for (int i = 0; i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * FNV_PRIME;
    }
    return mixed;
  }
}
