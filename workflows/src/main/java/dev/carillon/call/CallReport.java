package dev.carillon.call;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a call ended: the result of a [CallWorkflow].
///
/// @param outcome what was agreed, or null when nobody was reached
/// @param personSpoke false when it was answered but never a word was said
/// @param counts false when certainly nothing was sent, so that it is no attempt
/// @param notBefore set with `DENIED`: the first moment the rules allow; null then means never
public record CallReport(
    UUID callId,
    Disposition disposition,
    @Nullable Outcome outcome,
    @Nullable String outcomeReason,
    boolean personSpoke,
    boolean counts,
    @Nullable Instant notBefore) {}
