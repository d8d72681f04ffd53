package dev.carillon.api.console.people;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what came of a list, in the tenant's transaction that is under way.
final class ImportResults {
  private static final int SHOWN = 200;

  private final JdbcClient jdbc;

  ImportResults(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The first rows that were not taken, with the reason of each.
  List<Reject> rejects(UUID importId) {
    return jdbc.sql(
            """
            select row_no, field, message from contact_import_error
            where import_id = :id order by row_no, field limit :shown
            """)
        .param("id", importId)
        .param("shown", SHOWN)
        .query((row, _) ->
            new Reject(row.getInt("row_no"), row.getString("field"), row.getString("message")))
        .list();
  }

  /// How many people of the list can be called.
  int people(UUID importId) {
    return jdbc.sql("select count(*) from contact_import_contact where import_id = :id")
        .param("id", importId)
        .query((row, _) -> row.getInt(1))
        .single();
  }

  /// A row that was not taken.
  record Reject(int row, String field, String message) {}
}
