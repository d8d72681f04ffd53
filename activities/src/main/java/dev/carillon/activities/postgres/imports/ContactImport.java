package dev.carillon.activities.postgres.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A list that was handed in, and what came of its rows: their sum is `rows`.
///
/// @param state `RUNNING`, `COMPLETED` or `FAILED`
/// @param failure why nothing was taken, for people
/// @param duplicates rows whose number stands further up in the same list
public record ContactImport(
    UUID id,
    String state,
    @Nullable String fileName,
    int rows,
    int imported,
    int unchanged,
    int updated,
    int duplicates,
    int rejected,
    @Nullable String failure,
    Instant createdAt,
    @Nullable Instant endedAt) {}
