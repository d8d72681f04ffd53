package dev.carillon.api.console.people;

import dev.carillon.activities.postgres.Moments;
import dev.carillon.api.console.words.Clock;
import dev.carillon.api.console.words.Words;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what came of a list, in the tenant's transaction that is under way.
final class ImportResults {
  private static final int SHOWN = 200;
  private static final int LATEST = 5;

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

  /// The lists that were handed in last, newest first.
  List<Known> latest(Clock clock) {
    return jdbc.sql(
            """
            select i.id, coalesce(i.file_name, 'A list') as name, i.created_at, p.people
            from contact_import i
              cross join lateral (
                select count(*) as people from contact_import_contact where import_id = i.id) p
            where i.state = 'COMPLETED' and p.people > 0
            order by i.created_at desc, i.id desc limit :latest
            """)
        .param("latest", LATEST)
        .query((row, _) ->
            new Known(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Words.count(row.getInt("people"), "person", "people"),
                clock.ago(Moments.read(row, "created_at"))))
        .list();
  }

  /// How many contacts there are.
  int contacts() {
    return jdbc.sql("select count(*) from contact where deleted_at is null")
        .query((row, _) -> row.getInt(1))
        .single();
  }

  /// A list that can be called.
  record Known(UUID id, String name, String people, String when) {}

  /// A row that was not taken.
  record Reject(int row, String field, String message) {}
}
