package dev.carillon.api.calls;

import dev.carillon.call.CallState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answer to a [CallRequest].
///
/// @param notBefore when it may be placed at the earliest, null for at once
public record CallAnswer(UUID id, CallState state, @Nullable Instant notBefore) {}
