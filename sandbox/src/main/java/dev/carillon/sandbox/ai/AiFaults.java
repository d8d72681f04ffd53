package dev.carillon.sandbox.ai;

import dev.carillon.sandbox.ai.realtime.Flaw;
import dev.carillon.sandbox.faults.Chance;
import java.util.List;
import java.util.Optional;

/// The faults that are switched on. Who is struck depends on a seed and on how many came before,
/// not on time. Any thread may change and ask.
final class AiFaults {
  private static final long SEED = 1;

  private List<AiFault> active = List.of();
  private long sessions;
  private long requests;

  /// Replaces all faults, and counts from the start again.
  synchronized void set(List<AiFault> faults) {
    active = List.copyOf(faults);
    sessions = 0;
    requests = 0;
  }

  synchronized List<AiFault> all() {
    return active;
  }

  /// The fault of the next voice session.
  synchronized Optional<AiFault> nextSession() {
    return strike("realtime", ++sessions);
  }

  /// The fault of the next request to a text model.
  synchronized Optional<AiFault> nextRequest() {
    return strike("chat", ++requests);
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

  private Optional<AiFault> strike(String who, long number) {
    return active.stream()
        .filter(fault -> fault.who().isEmpty() || fault.who().equals(who))
        .filter(fault -> Chance.of(SEED, who, fault.kind(), number).nextDouble() < fault.rate())
        .findFirst();
  }
}
