package dev.carillon.account;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/// Admits due rows of the dial queue, for some minutes, heart-beating. The only way from the queue
/// to a call.
@ActivityInterface
public interface DialPump {

  /// Takes the account's lease (a higher epoch fences an older pump off), then claims, decides and
  /// starts journeys and calls until its time is over.
  @ActivityMethod(name = "DialPump_run")
  PumpReport run(AccountRef account);

  /// What a stretch of pumping did.
  record PumpReport(long admitted, long denied, long deferred) {}
}
