package dev.carillon.api.web;

import java.time.Instant;
import java.util.UUID;

/// A place in a list that is ordered by time and id; moments are whole microseconds, as the
/// database's.
public record Position(Instant at, UUID id) {}
