package dev.carillon.sandbox.people;

import java.time.Duration;

/// What somebody said to a person between two silences, as it was understood; the text is empty
/// when nothing was. Times count from the answer of the call.
public record Turn(String text, Duration began, Duration ended) {}
