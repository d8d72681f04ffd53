package dev.carillon.compliance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The stored reasons of one dial decision.
///
/// @param reasons one for every rule that was looked at, in their order
/// @param zones every zone the person may be in, and how we know
/// @param notBefore the next moment at which the call may be allowed, if waiting can help
public record Receipt(
    Instant decidedAt,
    boolean allowed,
    List<Reason> reasons,
    List<Zone> zones,
    List<LocalMoment> localTimes,
    List<CapUse> capsUsed,
    String ruleSetVersion,
    @Nullable Instant notBefore) {

  public Receipt {
    reasons = List.copyOf(reasons);
    zones = List.copyOf(zones);
    localTimes = List.copyOf(localTimes);
    capsUsed = List.copyOf(capsUsed);
  }

  /// What one rule said.
  ///
  /// @param code short name of the denial, null when the rule did not deny
  public record Reason(
      String ruleId, String citation, Verdict verdict, @Nullable DenialCode code, String detail) {}

  /// What a rule may say. `EXEMPT`: it does not hold for the operator's own phones.
  public enum Verdict {
    PASSED,
    DENIED,
    EXEMPT
  }

  /// One zone from one source; a zone that two sources name is there twice.
  public record Zone(String zone, ZoneSource source) {}

  /// The wall clock in one zone at `decidedAt`, such as `2026-11-20T09:00-05:00`.
  public record LocalMoment(String zone, String time) {}

  /// How much of a limit is used up, this call not counted.
  public record CapUse(String cap, int used, int max) {}
}
