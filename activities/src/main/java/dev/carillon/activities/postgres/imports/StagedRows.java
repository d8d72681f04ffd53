package dev.carillon.activities.postgres.imports;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Rows on their way into a table, a thousand to a batch.
final class StagedRows {
  private static final int BATCH = 1_000;

  private final JdbcTemplate jdbc;
  private final String sql;
  private final List<@Nullable Object[]> waiting = new ArrayList<>();
  private int count;

  StagedRows(JdbcTemplate jdbc, String sql) {
    this.jdbc = jdbc;
    this.sql = sql;
  }

  void add(@Nullable Object... values) {
    waiting.add(values);
    count++;
    if (waiting.size() == BATCH) {
      flush();
    }
  }

  int count() {
    return count;
  }

  void flush() {
    if (!waiting.isEmpty()) {
      jdbc.batchUpdate(sql, waiting, waiting.size(), StagedRows::bind);
      waiting.clear();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
