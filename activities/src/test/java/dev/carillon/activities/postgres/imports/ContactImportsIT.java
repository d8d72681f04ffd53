package dev.carillon.activities.postgres.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.activities.postgres.people.ContactRules;
import dev.carillon.phone.PhoneNumbers;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactImportsIT {
  @AutoClose private static final TestDatabase DATABASE = TestDatabase.fresh();

  @TempDir Path folder;

  private final ContactImports imports =
      new ContactImports(DATABASE.jdbc(), DATABASE.ids(), DATABASE.clock());
  private final ImportRun run =
      new ImportRun(
          DATABASE.transactions(),
          DATABASE.dataSource(),
          imports,
          new ContactRules(PhoneNumbers.standard(), "US", DATABASE.clock()),
          DATABASE.clock(),
          DATABASE.ids(),
          DATABASE.jsonb());

  @BeforeEach
  void nobodyIsThere() {
    DATABASE.asSuperuser(
        "truncate contact, contact_import, contact_import_error, contact_import_contact, consent,"
            + " appointment cascade");
  }

  @Test
  void everyRowIsCountedOnce() {
    var end =
        take(
            """
            phone,name
            (212) 812-0000,Ann
            911,Police
            212.812.0000,Ann again
            212-812-0001,Ben
            """);

    assertThat(end.state()).isEqualTo("COMPLETED");
    assertThat(counts(end)).containsExactly(4, 2, 0, 0, 1, 1);
    assertThat(errors(end.id()))
        .startsWith("row,field,code,message")
        .contains("3,phone,EMERGENCY,");
  }

  @Test
  void theSameFileTwiceChangesNothing() {
    var list = "phone,name,pet\n212-812-0000,Ann,cat\n212-812-0001,Ben,dog\n";
    take(list);
    var before = rows("select id, name, updated_at, attributes from contact order by id");
    DATABASE.clock().advance(java.time.Duration.ofHours(1));
    var second = take(list);

    assertThat(counts(second)).containsExactly(2, 0, 2, 0, 0, 0);
    assertThat(rows("select id, name, updated_at, attributes from contact order by id"))
        .isEqualTo(before);
  }

  @Test
  void aChangedCellUpdatesItsContactAndAnEmptyOneTakesNothingAway() {
    take("phone,name,email\n212-812-0000,Ann,ann@example.org\n212-812-0001,Ben,\n");
    var second = take("phone,name,email\n212-812-0000,Anna,\n212-812-0001,,\n");

    assertThat(counts(second)).containsExactly(2, 0, 1, 1, 0, 0);
    assertThat(
            rows("select name || ' ' || coalesce(email, '-') from contact order by phone_number"))
        .containsExactly("Anna ann@example.org", "Ben -");
  }

  @Test
  void aListThatCannotBeReadLeavesNothingOfItsGoodRows() {
    var end = take("phone,name\n212-812-0000,Ann\n212-812-0001,\"Ben\n");

    assertThat(end.state()).isEqualTo("FAILED");
    assertThat(end.failure()).contains("row 3");
    assertThat(rows("select id::text from contact")).isEmpty();
    assertThat(rows("select contact_id::text from contact_import_contact")).isEmpty();
  }

  @Test
  void anAppointmentIsMadeOnceInTheZoneThatIsMeant() {
    var list =
        """
        phone,time_zone,appointment_at
        212-812-0000,,2026-07-01T09:00
        212-812-0001,America/Los_Angeles,2026-07-01 09:00
        212-812-0002,,2026-07-01T09:00+02:00
        212-812-0003,,next week
        """;
    var first = take(list);
    take(list);

    assertThat(counts(first)).containsExactly(4, 3, 0, 0, 0, 1);
    assertThat(
            rows(
                """
                select to_char(starts_at at time zone 'UTC', 'HH24:MI') from appointment
                order by starts_at
                """))
        .containsExactly("07:00", "13:00", "16:00");
  }

  @Test
  void anImportIsWhoWasInTheListNewOrKnown() {
    take("phone\n212-812-0000\n");
    var second = take("phone\n212-812-0000\n212-812-0001\n");

    assertThat(
            rows(
                "select contact_id::text from contact_import_contact where import_id = '"
                    + second.id()
                    + "'"))
        .hasSize(2);
  }

  @Test
  void anImportThatEndedIsNotTakenInAgain() throws IOException {
    var end = take("phone\n212-812-0000\n");
    var file = Files.writeString(folder.resolve("other.csv"), "phone\n212-812-0009\n");
    run.run(TestDatabase.TENANT, end.id(), file, null, Map.of());

    assertThat(rows("select phone_number from contact")).containsExactly("+12128120000");
  }

  private ContactImport take(String content) {
    try {
      var file = Files.writeString(folder.resolve("list.csv"), content);
      var id = imports.nextId();
      DATABASE
          .transactions()
          .run(TestDatabase.TENANT, () -> imports.begin(TestDatabase.TENANT, id, "list.csv"));
      run.run(TestDatabase.TENANT, id, file, null, Map.of());
      return DATABASE.transactions().in(TestDatabase.TENANT, () -> imports.find(id).orElseThrow());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String errors(UUID id) {
    var text = new StringWriter();
    DATABASE.transactions().run(TestDatabase.TENANT, () -> imports.writeErrors(id, text));
    return text.toString();
  }

  private static List<String> rows(String sql) {
    return DATABASE
        .transactions()
        .in(
            TestDatabase.TENANT,
            () -> DATABASE.jdbc().sql(sql).query((row, _) -> line(row)).list());
  }

  private static String line(java.sql.ResultSet row) throws java.sql.SQLException {
    var text = new StringBuilder();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      text.append(i == 1 ? "" : "|").append(row.getString(i));
    }
    return text.toString();
  }

  private static List<Integer> counts(ContactImport end) {
    return List.of(
        end.rows(),
        end.imported(),
        end.unchanged(),
        end.updated(),
        end.duplicates(),
        end.rejected());
  }
}
