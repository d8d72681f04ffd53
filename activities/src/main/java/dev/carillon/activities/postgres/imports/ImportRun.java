package dev.carillon.activities.postgres.imports;

import dev.carillon.activities.lists.ListReader;
import dev.carillon.activities.lists.ListRow;
import dev.carillon.activities.lists.UnreadableList;
import dev.carillon.activities.postgres.Ids;
import dev.carillon.activities.postgres.Jsonb;
import dev.carillon.activities.postgres.Moments;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.people.ContactRules;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes a list in: reads it, checks each row, publishes all good ones at once. May be repeated
/// after a crash: what was not committed never was.
public final class ImportRun {
  private static final Logger log = LoggerFactory.getLogger(ImportRun.class);

  private final TenantTransactions transactions;
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final ContactImports imports;
  private final ContactRules rules;
  private final ImportPublishing publishing;
  private final Ids ids;
  private final Jsonb jsonb;

  ImportRun(
      TenantTransactions transactions,
      DataSource dataSource,
      ContactImports imports,
      ContactRules rules,
      InstantSource clock,
      Ids ids,
      Jsonb jsonb) {
    this.transactions = transactions;
    this.jdbc = JdbcClient.create(dataSource);
    this.batches = new JdbcTemplate(dataSource);
    this.imports = imports;
    this.rules = rules;
    this.publishing = new ImportPublishing(batches, clock);
    this.ids = ids;
    this.jsonb = jsonb;
  }

  /// Ends the import as `COMPLETED`, or as `FAILED` when the list as a whole is no good.
  ///
  /// @param declared the encoding the sender has named, if any
  /// @param mapping field names by header
  public void run(
      UUID tenantId,
      UUID importId,
      Path file,
      @Nullable Charset declared,
      Map<String, String> mapping) {
    try {
      transactions.run(tenantId, () -> takeIn(tenantId, importId, file, declared, mapping));
    } catch (UnreadableList unreadable) {
      log.atInfo()
          .addKeyValue("importId", importId)
          .addKeyValue("code", unreadable.code())
          .log("list refused");
      transactions.run(
          tenantId, () -> imports.fail(importId, String.valueOf(unreadable.getMessage())));
    }
  }

  private void takeIn(
      UUID tenantId,
      UUID importId,
      Path file,
      @Nullable Charset declared,
      Map<String, String> mapping) {
    if (!imports.lockRunning(importId)) {
      return;
    }
    publishing.prepare(tenantId);
    var pass = new Pass(tenantId, importId, new RowReading(rules, businessZone()));
    ListReader.read(file, declared, mapping, pass::take);
    pass.flush();
    var counts = publishing.publish(tenantId, importId, pass.rejected);
    imports.complete(importId, counts);
    log.atInfo()
        .addKeyValue("importId", importId)
        .addKeyValue("rows", counts.rows())
        .addKeyValue("imported", counts.imported())
        .addKeyValue("rejected", counts.rejected())
        .log("list imported");
  }

  private ZoneId businessZone() {
    return jdbc.sql("select time_zone from business")
        .query((row, _) -> ZoneId.of(row.getString("time_zone")))
        .single();
  }

  /// One reading of a list.
  private final class Pass {
    private final UUID tenantId;
    private final UUID importId;
    private final RowReading reading;
    private final StagedRows good;
    private final StagedRows bad;
    private int rejected;

    Pass(UUID tenantId, UUID importId, RowReading reading) {
      this.tenantId = tenantId;
      this.importId = importId;
      this.reading = reading;
      this.good =
          new StagedRows(
              batches,
              """
              insert into staged (row_no, id, appointment_id, phone, extension, name, email,
                time_zone, region, postal_code, language, attributes, metadata, appointment_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)
              """);
      this.bad =
          new StagedRows(
              batches,
              """
              insert into contact_import_error (tenant_id, import_id, row_no, field, code, message)
              values (?, ?, ?, ?, ?, ?)
              """);
    }

    void take(ListRow row) {
      switch (reading.read(row)) {
        case RowReading.Good read -> stage(row.number(), read);
        case RowReading.Bad(var errors) -> {
          rejected++;
          for (var error : errors) {
            bad.add(tenantId, importId, row.number(), error.field(), error.code(), error.message());
          }
        }
      }
    }

    private void stage(int number, RowReading.Good read) {
      var phone = read.contact().phone();
      var fields = read.contact().fields();
      var attributes = fields.attributes();
      good.add(
          number,
          ids.next(),
          ids.next(),
          phone.number().e164(),
          phone.extension(),
          fields.name(),
          fields.email(),
          fields.timeZone(),
          fields.region(),
          fields.postalCode(),
          fields.language(),
          attributes == null || attributes.isEmpty() ? "{}" : jsonb.write(attributes),
          phone.metadataVersion(),
          Moments.paramOrNull(read.appointmentAt()));
    }

    void flush() {
      good.flush();
      bad.flush();
    }
  }
}
