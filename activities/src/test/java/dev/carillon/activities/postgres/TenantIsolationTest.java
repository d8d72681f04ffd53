package dev.carillon.activities.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class TenantIsolationTest {
  @AutoClose private static final TestDatabase database = TestDatabase.fresh();
  private static final UUID OTHER = UUID.fromString("00000000-0000-7000-8000-000000000002");

  @BeforeAll
  static void bothTenantsHaveThePerson() {
    database.asSuperuser("insert into tenant (id) values ('%s')".formatted(OTHER));
    insertContact(TestDatabase.TENANT, TestDatabase.TENANT);
    insertContact(OTHER, OTHER);
  }

  @Test
  void aTransactionSeesItsOwnTenantsRowsOnly() {
    assertThat(contacts(TestDatabase.TENANT)).isEqualTo(1);
    assertThat(contacts(OTHER)).isEqualTo(1);
  }

  @Test
  void withoutATenantThereAreNoRows() {
    assertThat(database.transactions().outside(TenantIsolationTest::countContacts)).isZero();
    assertThat(countContacts()).isZero();
  }

  @Test
  void aRowOfAnotherTenantIsRefused() {
    assertThatThrownBy(() -> insertContact(TestDatabase.TENANT, OTHER))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void rowsOfAnotherTenantAreNeitherChangedNorDeleted() {
    int changed =
        database
            .transactions()
            .in(
                TestDatabase.TENANT,
                () ->
                    database
                        .jdbc()
                        .sql("update contact set name = 'x' where tenant_id = :other")
                        .param("other", OTHER)
                        .update());

    assertThat(changed).isZero();
  }

  @Test
  void aPooledConnectionDoesNotCarryTheTenantOn() throws ExecutionException, InterruptedException {
    try (var threads = Executors.newFixedThreadPool(16)) {
      var all =
          IntStream.range(0, 400)
              .mapToObj(i ->
                  threads.submit(() -> {
                    var tenant = i % 2 == 0 ? TestDatabase.TENANT : OTHER;
                    return i % 5 == 0 ? countContacts() + 1 : contacts(tenant);
                  }))
              .toList();

      for (var one : all) {
        assertThat(one.get()).isEqualTo(1);
      }
    }
  }

  @Test
  void aTransactionOfAnotherTenantIsNotJoined() {
    var transactions = database.transactions();

    assertThatThrownBy(
            () -> transactions.in(TestDatabase.TENANT, () -> transactions.in(OTHER, () -> 1)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> transactions.outside(() -> transactions.in(OTHER, () -> 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anInnerTransactionOfTheSameTenantJoinsIn() {
    var transactions = database.transactions();

    int seen = transactions.in(OTHER, () -> transactions.in(OTHER, () -> contacts(OTHER)));

    assertThat(seen).isEqualTo(1);
  }

  @Test
  void aConnectionThatDiedIsReplacedUnnoticed() {
    assertThat(contacts(OTHER)).isEqualTo(1);

    database.asSuperuser(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'carillon_app'"
            + " and datname = current_database()");

    assertThat(contacts(OTHER)).isEqualTo(1);
    assertThat(database.dataSource().getHikariPoolMXBean().getActiveConnections()).isZero();
  }

  @Test
  void anErrorDoesNotQuoteTheRow() {
    assertThatThrownBy(() -> insertContact(OTHER, OTHER))
        .isInstanceOf(DataAccessException.class)
        .hasMessageNotContaining("+12128120000")
        .rootCause()
        .hasMessageNotContaining("+12128120000");
  }

  private static int contacts(UUID tenant) {
    return database.transactions().in(tenant, TenantIsolationTest::countContacts);
  }

  private static int countContacts() {
    return database
        .jdbc()
        .sql("select count(*) from contact")
        .query((row, _) -> row.getInt(1))
        .single();
  }

  private static void insertContact(UUID transaction, UUID tenant) {
    database
        .transactions()
        .run(
            transaction,
            () ->
                database
                    .jdbc()
                    .sql(
                        """
                        insert into contact (id, tenant_id, phone_number, created_at, updated_at)
                        values (:id, :tenant, :phone, :now, :now)
                        """)
                    .param("id", database.ids().next())
                    .param("tenant", tenant)
                    .param("phone", "+12128120000")
                    .param("now", Moments.param(database.clock().instant()))
                    .update());
  }
}
