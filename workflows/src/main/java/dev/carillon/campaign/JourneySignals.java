package dev.carillon.campaign;

import dev.carillon.call.CancelReason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a journey has been sent: permits, each taken once, and the word to stop.
final class JourneySignals {
  private final Deque<Permit> permits = new ArrayDeque<>();
  private final Set<UUID> seen = new LinkedHashSet<>();
  private @Nullable CancelReason stop;

  void admit(Permit permit) {
    if (seen.add(permit.callId())) {
      permits.add(permit);
    }
  }

  void stop(CancelReason reason) {
    if (stop == null) {
      stop = reason;
    }
  }

  boolean permitWaits() {
    return !permits.isEmpty();
  }

  Permit takePermit() {
    return permits.remove();
  }

  Optional<CancelReason> stop() {
    return Optional.ofNullable(stop);
  }
}
