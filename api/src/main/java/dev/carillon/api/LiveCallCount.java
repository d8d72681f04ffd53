package dev.carillon.api;

import dev.carillon.account.AccountRef;
import dev.carillon.activities.postgres.TenantTransactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How many calls are under way on the default account.
final class LiveCallCount {
  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final AccountRef account;

  LiveCallCount(JdbcClient jdbc, TenantTransactions transactions, AccountRef account) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.account = account;
  }

  int now() {
    return transactions.in(
        account.tenantId(),
        () ->
            jdbc.sql(
                    """
                    select count(*) from call
                    where account_id = :account and state <> 'ENDED' and state <> 'RESERVED'
                    """)
                .param("account", account.accountId())
                .query((row, _) -> row.getInt(1))
                .single());
  }
}
