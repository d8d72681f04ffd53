package dev.carillon.api.console.people;

import dev.carillon.api.console.words.Chip;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A contact in a list.
///
/// @param last when they were last called, or null
record ContactItem(
    UUID id,
    String name,
    String number,
    @Nullable Chip lastLine,
    @Nullable String last,
    boolean suppressed) {}
