package dev.carillon.activities.postgres.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Moments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The book of imports of the tenant whose transaction is under way.
public final class ContactImports {
  private static final int FETCH = 1_000;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final InstantSource clock;

  ContactImports(JdbcClient jdbc, Ids ids, InstantSource clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /// Enters an import as `RUNNING`.
  public ContactImport begin(UUID tenantId, UUID id, @Nullable String fileName) {
    jdbc.sql(
            """
            insert into contact_import (id, tenant_id, state, file_name, created_at)
            values (:id, :tenant, 'RUNNING', :name, :now)
            """)
        .param("id", id)
        .param("tenant", tenantId)
        .param("name", fileName)
        .param("now", Moments.param(clock.instant()))
        .update();
    return find(id).orElseThrow();
  }

  /// An id for an import that is about to begin.
  public UUID nextId() {
    return ids.next();
  }

  public Optional<ContactImport> find(UUID id) {
    return jdbc.sql("select * from contact_import where id = :id")
        .param("id", id)
        .query(ContactImports::contactImport)
        .optional();
  }

  /// Those a process has left unfinished.
  public List<ContactImport> running() {
    return jdbc.sql("select * from contact_import where state = 'RUNNING' order by id")
        .query(ContactImports::contactImport)
        .list();
  }

  /// Writes why rows were not taken, as CSV with a header, in the order of rows.
  public void writeErrors(UUID id, Writer target) {
    var csv = CsvWriter.builder().autoFlush(false).build(target);
    csv.writeRecord("row", "field", "code", "message");
    jdbc.sql(
            """
            select row_no, field, code, message from contact_import_error
            where import_id = :id order by row_no, field
            """)
        .param("id", id)
        .withFetchSize(FETCH)
        .query(
            (RowCallbackHandler)
                row ->
                    csv.writeRecord(
                        row.getString("row_no"),
                        row.getString("field"),
                        row.getString("code"),
                        row.getString("message")));
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ends an import that has left nothing behind; one that has ended already stays as it is.
  public void fail(UUID id, String why) {
    jdbc.sql(
            """
            update contact_import set state = 'FAILED', failure = :why, ended_at = :now
            where id = :id and state = 'RUNNING'
            """)
        .param("id", id)
        .param("why", why)
        .param("now", Moments.param(clock.instant()))
        .update();
  }

  /// Whether the import is still to be done; holds it until the transaction ends.
  boolean lockRunning(UUID id) {
    return jdbc.sql("select 1 from contact_import where id = :id and state = 'RUNNING' for update")
        .param("id", id)
        .query((_, _) -> true)
        .optional()
        .orElse(false);
  }

  void complete(UUID id, Counts counts) {
    jdbc.sql(
            """
            update contact_import set state = 'COMPLETED', row_count = :rows, imported = :imported,
              unchanged = :unchanged, updated = :updated, duplicates = :duplicates,
              rejected = :rejected, ended_at = :now
            where id = :id
            """)
        .param("id", id)
        .param("rows", counts.rows())
        .param("imported", counts.imported())
        .param("unchanged", counts.unchanged())
        .param("updated", counts.updated())
        .param("duplicates", counts.duplicates())
        .param("rejected", counts.rejected())
        .param("now", Moments.param(clock.instant()))
        .update();
  }

  private static ContactImport contactImport(ResultSet row, int number) throws SQLException {
    Instant ended = Moments.readOrNull(row, "ended_at");
    return new ContactImport(
        row.getObject("id", UUID.class),
        row.getString("state"),
        row.getString("file_name"),
        row.getInt("row_count"),
        row.getInt("imported"),
        row.getInt("unchanged"),
        row.getInt("updated"),
        row.getInt("duplicates"),
        row.getInt("rejected"),
        row.getString("failure"),
        Moments.read(row, "created_at"),
        ended);
  }

  /// What came of the rows.
  record Counts(int imported, int unchanged, int updated, int duplicates, int rejected) {
    int rows() {
      return imported + unchanged + updated + duplicates + rejected;
    }
  }
}
