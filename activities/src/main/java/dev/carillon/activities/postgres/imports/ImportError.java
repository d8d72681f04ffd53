package dev.carillon.activities.postgres.imports;

/// Why a row of a list was not taken.
///
/// @param row as a spreadsheet counts, the header being 1
public record ImportError(int row, String field, String code, String message) {}
