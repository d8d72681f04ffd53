package dev.carillon.sandbox.ai;

import dev.carillon.sandbox.ai.realtime.Flaw;
import dev.carillon.sandbox.faults.Chance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The faults that are switched on. Who is struck depends on a seed and on how many came before,
/// not on time. Any thread may change and ask.
final class AiFaults {
  private static final long SEED = 1;

  private List<AiFault> active = List.of();
  private final Map<String, Long> met = new HashMap<>();

  /// Replaces all faults, and counts from the start again.
  synchronized void set(List<AiFault> faults) {
    active = List.copyOf(faults);
    met.clear();
  }

  synchronized List<AiFault> all() {
    return active;
  }

  /// The fault of the next session, or request, of `who`.
  synchronized Optional<AiFault> next(String who) {
    long number = met.merge(who, 1L, Long::sum);
    return active.stream()
        .filter(fault -> fault.who().isEmpty() || fault.who().equals(who))
        .filter(fault -> Chance.of(SEED, who, fault.kind(), number).nextDouble() < fault.rate())
        .findFirst();
  }

  /// What the fault does to a session that was let in.
  static Flaw flaw(Optional<AiFault> struck) {
    if (struck.isEmpty()) {
      return new Flaw.None();
    }
    AiFault fault = struck.get();
    return switch (fault.kind()) {
      case "close_mid_call" -> new Flaw.CloseMidCall(fault.after(), fault.code());
      case "stall" -> new Flaw.Stall();
      case "error_event" -> new Flaw.ErrorEvent(fault.after());
      case "slow" -> new Flaw.Slow(fault.delay());
      case "late_session_updated" -> new Flaw.LateSessionUpdated(fault.delay());
      case "no_session_updated" -> new Flaw.NoSessionUpdated();
      default -> new Flaw.None();
    };
  }
}
