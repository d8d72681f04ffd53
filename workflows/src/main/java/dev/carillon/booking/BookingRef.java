package dev.carillon.booking;

import java.util.UUID;

/// An appointment whose promise is to be kept.
public record BookingRef(UUID tenantId, UUID appointmentId) {}
