package dev.carillon.call;

/// Asks for the next [Instruction]; answered when there is one.
///
/// @param seen how many instructions this bridge has had, 0 at first
public record InstructionsAfter(int seen) {}
