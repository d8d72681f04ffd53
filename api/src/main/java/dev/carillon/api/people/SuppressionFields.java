package dev.carillon.api.people;

import org.jspecify.annotations.Nullable;

/// A wish that a number be left alone.
///
/// @param scope `ALL` unless said
/// @param source who says so, `API` unless said
record SuppressionFields(
    @Nullable String phoneNumber,
    @Nullable String scope,
    @Nullable String reason,
    @Nullable String source) {}
