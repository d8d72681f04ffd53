package dev.carillon.activities.postgres;

import dev.carillon.account.AccountRef;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes the default tenant with its business, carrier account and number. Applications may start
/// together and again: what is there stays, but for what the environment says anew.
final class Bootstrap {
  static final UUID DEFAULT_TENANT = UUID.fromString("00000000-0000-7000-8000-000000000001");

  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final Ids ids;
  private final InstantSource clock;

  Bootstrap(JdbcClient jdbc, TenantTransactions transactions, Ids ids, InstantSource clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  AccountRef run(BootstrapProperties properties) {
    return transactions.in(
        DEFAULT_TENANT,
        () -> {
          jdbc.sql("insert into tenant (id) values (:id) on conflict do nothing")
              .param("id", DEFAULT_TENANT)
              .update();
          business(properties);
          var account = account(properties);
          number(properties, account);
          return new AccountRef(DEFAULT_TENANT, account);
        });
  }

  private void business(BootstrapProperties properties) {
    jdbc.sql(
            """
            insert into business (tenant_id, name, time_zone, phone_number, owner_number, updated_at)
            values (:tenant, :name, :zone, :phone, :owner, :now)
            on conflict (tenant_id) do update set
              phone_number = coalesce(excluded.phone_number, business.phone_number),
              owner_number = coalesce(business.owner_number, excluded.owner_number)
            """)
        .param("tenant", DEFAULT_TENANT)
        .param("name", properties.businessName())
        .param("zone", properties.timeZone())
        .param("phone", properties.phoneNumber())
        .param("owner", properties.ownerNumber())
        .param("now", Moments.param(clock.instant()))
        .update();
  }

  private UUID account(BootstrapProperties properties) {
    return jdbc.sql(
            """
            insert into carrier_account
              (id, tenant_id, provider, external_id, calls_per_second, concurrency)
            values (:id, :tenant, 'twilio', :external, :rate, :concurrency)
            on conflict (provider, external_id) do update set
              calls_per_second = excluded.calls_per_second, concurrency = excluded.concurrency
            returning id
            """)
        .param("id", ids.next())
        .param("tenant", DEFAULT_TENANT)
        .param("external", properties.carrierAccount())
        .param("rate", properties.callsPerSecond())
        .param("concurrency", properties.concurrency())
        .query((row, _) -> row.getObject("id", UUID.class))
        .single();
  }

  private void number(BootstrapProperties properties, UUID account) {
    var number = properties.phoneNumber();
    if (number == null) {
      return;
    }
    jdbc.sql(
            """
            insert into number_route (number_hash, tenant_id, account_id)
            values (:hash, :tenant, :account)
            on conflict (number_hash) do update set account_id = excluded.account_id
            """)
        .param("hash", NumberHash.of(number))
        .param("tenant", DEFAULT_TENANT)
        .param("account", account)
        .update();
  }
}
