package dev.carillon.account;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/// Asks the carrier about calls that went quiet and about those whose placing was unclear, for some
/// minutes, heart-beating. What it learns goes the way of a callback.
@ActivityInterface
public interface CarrierSweep {

  @ActivityMethod(name = "CarrierSweep_run")
  SweepReport run(AccountRef account);

  /// What a stretch of sweeping found.
  record SweepReport(long asked, long settled) {}
}
