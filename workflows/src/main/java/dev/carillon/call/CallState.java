package dev.carillon.call;

import java.util.EnumSet;
import java.util.Set;

/// Where a call stands. `SCHEDULED` is a row of the dial queue; from `RESERVED` on it holds a
/// permit.
public enum CallState {
  SCHEDULED,
  RESERVED,
  SUBMITTING,
  UNKNOWN,
  QUEUED,
  RINGING,
  IN_PROGRESS,
  ENDED;

  private static final Set<CallState> LIVE =
      EnumSet.of(RESERVED, SUBMITTING, UNKNOWN, QUEUED, RINGING, IN_PROGRESS);

  /// Whether the number counts as being called: at most one live call per number.
  public boolean live() {
    return LIVE.contains(this);
  }
}
