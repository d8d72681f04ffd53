package dev.carillon.api.console.calls;

import dev.carillon.api.console.words.Chip;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call in a list.
///
/// @param length how long it was talked, or null
/// @param outcome what came of it, or null
public record CallItem(
    UUID id,
    String person,
    String number,
    String purpose,
    boolean inbound,
    @Nullable String campaign,
    Chip line,
    @Nullable Chip outcome,
    String when,
    @Nullable String length) {}
