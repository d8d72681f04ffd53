package dev.carillon.activities.postgres.people;

import dev.carillon.activities.postgres.Moments;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// A stretch of a list that is ordered by time and id.
///
/// @param after the place behind which it begins; null: at the start
/// @param rows how many at most
public record Slice(@Nullable After after, int rows) {

  /// Gives `:at` and `:id` to a statement that uses them.
  StatementSpec bind(StatementSpec statement) {
    return after == null
        ? statement
        : statement.param("at", Moments.param(after.at())).param("id", after.id());
  }

  /// The place of a row.
  public record After(Instant at, UUID id) {}
}
