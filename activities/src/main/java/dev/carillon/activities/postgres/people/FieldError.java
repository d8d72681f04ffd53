package dev.carillon.activities.postgres.people;

/// What is wrong with one field of a person's data.
///
/// @param field its name in camelCase
/// @param code a word in capitals, for numbers as `docs/imports.md` lists them
/// @param message for people; never contains the value
public record FieldError(String field, String code, String message) {}
