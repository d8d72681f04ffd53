package dev.carillon.call;

/// Ends a call before or while it is talked: the signal's one argument.
public record CancelCall(CancelReason reason) {}
