package dev.carillon.activities.postgres.calls;

import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.call.CallStart;
import dev.carillon.call.ProviderCallIds;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The carrier's ids of calls, as far as it has told them.
final class PlacedCalls implements ProviderCallIds {
  private final TenantTransactions transactions;
  private final JdbcClient jdbc;

  PlacedCalls(TenantTransactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  @Override
  public Optional<String> of(CallStart call) {
    return transactions.in(
        call.tenantId(),
        () ->
            jdbc.sql(
                    "select provider_call_id from call where id = :id and provider_call_id is not"
                        + " null")
                .param("id", call.callId())
                .query((row, _) -> row.getString("provider_call_id"))
                .optional());
  }
}
