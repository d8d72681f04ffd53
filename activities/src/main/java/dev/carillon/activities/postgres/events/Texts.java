package dev.carillon.activities.postgres.events;

/// What people and models wrote, made fit for a text column.
final class Texts {
  private Texts() {}

  /// Without the one character that PostgreSQL's text cannot hold.
  static String storable(String text) {
    return text.replace("\0", "");
  }
}
