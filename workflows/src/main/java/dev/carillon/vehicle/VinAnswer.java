package dev.carillon.vehicle;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What is known of a vehicle.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = VinAnswer.Decoded.class, name = "decoded"),
  @JsonSubTypes.Type(value = VinAnswer.Partial.class, name = "partial"),
  @JsonSubTypes.Type(value = VinAnswer.Unknown.class, name = "unknown")
})
public sealed interface VinAnswer {

  record Decoded(Vehicle vehicle) implements VinAnswer {}

  /// Some of it only.
  ///
  /// @param reason the registry's words
  record Partial(Vehicle vehicle, String reason) implements VinAnswer {}

  /// The registry does not know it.
  ///
  /// @param reason the registry's words
  record Unknown(String reason) implements VinAnswer {}
}
