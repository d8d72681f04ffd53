package dev.carillon.vehicle;

/// The public registry of vehicles. [VinDecoder] remembers what it says.
public interface VehicleRegistry {

  /// Asks once, within 5 seconds.
  ///
  /// @throws dev.carillon.policy.ProviderFailure UNAVAILABLE when it cannot be asked now
  VinAnswer look(Vin vin);
}
