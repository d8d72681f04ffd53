package dev.carillon.activities.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @AutoClose private static final TestDatabase database = TestDatabase.fresh();

  /// Ids only, or nothing of a tenant: what webhooks and the pump need before they know whose turn
  /// it is.
  private static final List<String> WITHOUT_PROTECTION =
      List.of("call_route", "carrier_account", "flyway_schema_history", "number_route", "tenant");

  @Test
  void everyTableIsProtectedOrListed() {
    assertThat(names(UNPROTECTED)).containsExactlyElementsOf(WITHOUT_PROTECTION);
  }

  @Test
  void aNewTableWithoutProtectionWouldBeFound() {
    try (var other = TestDatabase.fresh()) {
      other.asSuperuser("create table stray (id int)");

      assertThat(names(other, UNPROTECTED)).contains("stray");
    }
  }

  @Test
  void theApplicationsRoleIsBoundByThePolicies() {
    assertThat(
            names(
                """
                select rolname from pg_roles where rolname = current_user
                  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                """))
        .isEmpty();
    assertThat(
            names(
                """
                select relname from pg_class c join pg_roles r on r.oid = c.relowner
                where c.relnamespace = 'public'::regnamespace and r.rolname = current_user
                """))
        .isEmpty();
  }

  @Test
  void theMigratingRoleIsNoSuperuserEither() {
    assertThat(
            names(
                """
                select distinct r.rolname from pg_class c join pg_roles r on r.oid = c.relowner
                where c.relnamespace = 'public'::regnamespace and (r.rolsuper or r.rolbypassrls)
                """))
        .isEmpty();
  }

  @Test
  void outcomesAndAuditAreNeverChanged() {
    assertThat(
            names(
                """
                select t || ' ' || p from unnest(array['outcome', 'audit']) t,
                  unnest(array['update', 'delete', 'truncate']) p
                where has_table_privilege(current_user, t, p)
                """))
        .isEmpty();
  }

  @Test
  void theMigrationHistoryIsOutOfTheApplicationsReach() {
    assertThat(
            names(
                """
                select p from unnest(array['select', 'insert', 'update', 'delete']) p
                where has_table_privilege(current_user, 'flyway_schema_history', p)
                """))
        .isEmpty();
  }

  private static final String UNPROTECTED =
      """
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity
          and exists (select 1 from pg_policy p where p.polrelid = c.oid
            and p.polcmd = '*' and p.polqual is not null and p.polwithcheck is not null)
          and exists (select 1 from pg_attribute a where a.attrelid = c.oid
            and a.attname = 'tenant_id' and a.attnotnull))
      order by 1
      """;

  private static List<String> names(String sql) {
    return names(database, sql);
  }

  private static List<String> names(TestDatabase in, String sql) {
    return in.jdbc().sql(sql).query((row, _) -> row.getString(1)).list();
  }
}
