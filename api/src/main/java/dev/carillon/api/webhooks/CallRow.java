package dev.carillon.api.webhooks;

import dev.carillon.call.CallState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a webhook needs to know of a call.
///
/// @param hangUp a bridge has said that the conversation is over
/// @param suppressed nobody may call this number any more; whoever calls by themselves is talked to
record CallRow(
    UUID id,
    @Nullable String providerCallId,
    CallState state,
    @Nullable Instant endedAt,
    int resumes,
    boolean hangUp,
    boolean suppressed) {

  boolean over() {
    return state == CallState.ENDED;
  }
}
