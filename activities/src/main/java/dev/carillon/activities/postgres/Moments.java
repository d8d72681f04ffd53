package dev.carillon.activities.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Moments as the driver wants them for `timestamptz` columns.
public final class Moments {
  private Moments() {}

  public static OffsetDateTime param(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  /// As [#param], with null for null.
  public static @Nullable OffsetDateTime paramOrNull(@Nullable Instant moment) {
    return moment == null ? null : param(moment);
  }

  /// The moment in a column that is never null.
  public static Instant read(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /// The moment in a column that may be null.
  public static @Nullable Instant readOrNull(ResultSet row, String column) throws SQLException {
    var moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
