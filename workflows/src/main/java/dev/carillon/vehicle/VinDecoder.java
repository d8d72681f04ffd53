package dev.carillon.vehicle;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import java.util.UUID;

/// Says what a vehicle is. Remembers what it was told: a few milliseconds for a known one, about a
/// second for others.
@ActivityInterface
public interface VinDecoder {

  /// What is known of the vehicle. May be repeated.
  ///
  /// @throws dev.carillon.policy.ProviderFailure UNAVAILABLE when the registry cannot be asked now
  @ActivityMethod(name = "VinDecoder_decode")
  VinAnswer decode(VinQuery query);

  record VinQuery(UUID tenantId, Vin vin) {}
}
