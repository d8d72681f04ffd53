package dev.carillon.activities.postgres.imports;

import dev.carillon.activities.postgres.Moments;
import java.sql.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Moves the staged rows of a list to where everybody sees them, by a few statements over all of
/// them.
final class ImportPublishing {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final List<String> LIMITS =
      List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout");

  private final JdbcTemplate connections;
  private final JdbcClient jdbc;
  private final InstantSource clock;

  ImportPublishing(JdbcTemplate connections, InstantSource clock) {
    this.connections = connections;
    this.jdbc = JdbcClient.create(connections);
    this.clock = clock;
  }

  /// One import of a tenant at a time, so that two lists never wait for each other's rows. A list
  /// may take longer than any other statement.
  void prepare(UUID tenantId) {
    connections.execute((Connection connection) -> {
      connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST.toMillis()));
      return true;
    });
    for (var limit : LIMITS) {
      jdbc.sql("set local " + limit + " = " + LONGEST.toMillis()).update();
    }
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('import/' || :tenant, 0))")
        .param("tenant", tenantId.toString())
        .query((_, _) -> true)
        .single();
    jdbc.sql(
            """
            create temp table staged (
              row_no int, id uuid, appointment_id uuid, phone text, extension text, name text,
              email text, time_zone text, region text, postal_code text, language text,
              attributes jsonb, metadata text, appointment_at timestamptz,
              known uuid, deleted boolean, changed boolean) on commit drop
            """)
        .update();
  }

  ContactImports.Counts publish(UUID tenantId, UUID importId, int rejected) {
    jdbc.sql("create index on staged (phone, row_no)").update();
    jdbc.sql("analyze staged").update();
    int duplicates =
        jdbc.sql(
                """
                delete from staged later using
                  (select phone, min(row_no) as row_no from staged group by phone having count(*) > 1)
                    as kept
                where later.phone = kept.phone and later.row_no > kept.row_no
                """)
            .update();
    compare(tenantId);
    int updated = update();
    int unchanged = count("known is not null and not deleted and not changed");
    int imported = count("known is null or deleted");
    insert(tenantId);
    enrol(tenantId, importId);
    book(tenantId);
    return new ContactImports.Counts(imported, unchanged, updated, duplicates, rejected);
  }

  private void compare(UUID tenantId) {
    jdbc.sql(
            """
            update staged s set known = c.id, deleted = c.deleted_at is not null,
              changed = s.name is not null and s.name is distinct from c.name
                or s.extension is not null and s.extension is distinct from c.extension
                or s.email is not null and s.email is distinct from c.email
                or s.time_zone is not null and s.time_zone is distinct from c.time_zone
                or s.region is not null and s.region is distinct from c.region
                or s.postal_code is not null and s.postal_code is distinct from c.postal_code
                or s.language is not null and s.language is distinct from c.language
                or not c.attributes @> s.attributes
            from contact c where c.tenant_id = :tenant and c.phone_number = s.phone
            """)
        .param("tenant", tenantId)
        .update();
  }

  private int update() {
    return jdbc.sql(
            """
            update contact c set extension = coalesce(s.extension, c.extension),
              name = coalesce(s.name, c.name), email = coalesce(s.email, c.email),
              time_zone = coalesce(s.time_zone, c.time_zone),
              region = coalesce(s.region, c.region),
              postal_code = coalesce(s.postal_code, c.postal_code),
              language = coalesce(s.language, c.language),
              attributes = c.attributes || s.attributes, updated_at = :now
            from staged s where c.id = s.known and not s.deleted and s.changed
            """)
        .param("now", Moments.param(clock.instant()))
        .update();
  }

  private int count(String condition) {
    return jdbc.sql("select count(*) from staged where " + condition)
        .query((row, _) -> row.getInt(1))
        .single();
  }

  /// New people, people who come back, and those whom somebody else has entered meanwhile.
  private void insert(UUID tenantId) {
    jdbc.sql(
            """
            insert into contact as c (id, tenant_id, phone_number, extension, name, email, time_zone,
              region, postal_code, language, attributes, metadata_version, created_at, updated_at)
            select id, :tenant, phone, extension, name, email, time_zone,
              region, postal_code, language, attributes, metadata, :now, :now
            from staged where known is null or deleted
            order by row_no desc
            on conflict (tenant_id, phone_number) do update set deleted_at = null,
              extension = coalesce(excluded.extension, c.extension),
              name = coalesce(excluded.name, c.name), email = coalesce(excluded.email, c.email),
              time_zone = coalesce(excluded.time_zone, c.time_zone),
              region = coalesce(excluded.region, c.region),
              postal_code = coalesce(excluded.postal_code, c.postal_code),
              language = coalesce(excluded.language, c.language),
              attributes = c.attributes || excluded.attributes, updated_at = excluded.updated_at
            """)
        .param("tenant", tenantId)
        .param("now", Moments.param(clock.instant()))
        .update();
  }

  private void enrol(UUID tenantId, UUID importId) {
    jdbc.sql(
            """
            insert into contact_import_contact (tenant_id, import_id, contact_id)
            select :tenant, :import, c.id
            from staged s join contact c on c.tenant_id = :tenant and c.phone_number = s.phone
            """)
        .param("tenant", tenantId)
        .param("import", importId)
        .update();
  }

  private void book(UUID tenantId) {
    jdbc.sql(
            """
            insert into appointment
              (id, tenant_id, contact_id, starts_at, status, created_at, updated_at)
            select s.appointment_id, :tenant, c.id, s.appointment_at, 'BOOKED', :now, :now
            from staged s join contact c on c.tenant_id = :tenant and c.phone_number = s.phone
            where s.appointment_at is not null and not exists (
              select 1 from appointment a where a.contact_id = c.id
                and a.starts_at = s.appointment_at and a.status <> 'CANCELLED')
            """)
        .param("tenant", tenantId)
        .param("now", Moments.param(clock.instant()))
        .update();
  }
}
