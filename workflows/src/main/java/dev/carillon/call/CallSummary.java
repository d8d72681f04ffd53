package dev.carillon.call;

import org.jspecify.annotations.Nullable;

/// What a model made of a conversation after it was over.
///
/// @param interest HIGH, MEDIUM, LOW or NONE
/// @param outcome what the model thinks came of it; a tool used in the call outranks it
public record CallSummary(
    String text,
    @Nullable String interest,
    @Nullable String nextAction,
    @Nullable Outcome outcome) {}
