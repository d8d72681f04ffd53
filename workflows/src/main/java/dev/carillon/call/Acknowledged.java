package dev.carillon.call;

/// Says that something was taken in; a record so that fields can be added later.
public record Acknowledged(boolean accepted) {}
