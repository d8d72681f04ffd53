package dev.carillon.activities.postgres.dialling;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Evenly spaced requests, a burst of one: after each the next may follow one interval later.
///
/// @param nextSlot when the next request may go; null before the first
record Pace(BigDecimal perSecond, @Nullable Instant nextSlot) {
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

  Duration interval() {
    return Duration.ofNanos(NANOS.divide(perSecond, 0, RoundingMode.CEILING).longValueExact());
  }

  /// When a request may go that is ready at `now`.
  Instant slotAt(Instant now) {
    return nextSlot == null || nextSlot.isBefore(now) ? now : nextSlot;
  }

  /// How many slots come until `horizon` from `now`, that one included.
  int slotsWithin(Duration horizon, Instant now) {
    var left = Duration.between(slotAt(now), now.plus(horizon));
    return left.isNegative() ? 0 : 1 + (int) left.dividedBy(interval());
  }
}
