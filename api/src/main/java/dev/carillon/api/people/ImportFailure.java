package dev.carillon.api.people;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What may be told of a failure that can quote somebody's list: its class and PostgreSQL's code.
///
/// @param sqlState empty when no database was involved
record ImportFailure(String type, String sqlState) {

  static ImportFailure of(Throwable failure) {
    return new ImportFailure(failure.getClass().getName(), sqlStateIn(failure));
  }

  private static String sqlStateIn(Throwable failure) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }
}
