package dev.carillon.booking;

import java.time.Duration;
import java.time.Instant;

/// A stretch of time that is not free: `from` is inside, `to` is outside.
public record Taken(Instant from, Instant to) {

  public Taken {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a stretch of time begins before it ends");
    }
  }

  /// Whether any of it lies between the two moments, or nearer to them than `buffer`.
  public boolean meets(Instant begin, Instant end, Duration buffer) {
    return from.isBefore(end.plus(buffer)) && to.isAfter(begin.minus(buffer));
  }
}
