package dev.carillon.vehicle;

import org.jspecify.annotations.Nullable;

/// What a vehicle is, as far as it is known.
///
/// @param year the model's
public record Vehicle(
    Vin vin,
    @Nullable String make,
    @Nullable String model,
    @Nullable Integer year,
    @Nullable String trim,
    @Nullable String bodyClass,
    @Nullable String fuel,
    @Nullable String cylinders) {}
