package dev.carillon.activities.postgres.events;

/// An event with its place in the log.
public record StoredEvent(EventPosition position, Event event) {}
