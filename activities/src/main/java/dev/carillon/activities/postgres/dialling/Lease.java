package dev.carillon.activities.postgres.dialling;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Which pump may admit for an account: the one that took the highest epoch.
final class Lease {
  private final JdbcClient jdbc;

  Lease(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Fences every older pump off.
  long take(UUID accountId) {
    return jdbc.sql(
            """
            update carrier_account set lease_epoch = lease_epoch + 1 where id = :account
            returning lease_epoch
            """)
        .param("account", accountId)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  /// Whether `epoch` is the highest, and stays so until the transaction ends.
  boolean holds(UUID accountId, long epoch) {
    return jdbc.sql("select lease_epoch from carrier_account where id = :account for share")
            .param("account", accountId)
            .query((row, _) -> row.getLong(1))
            .single()
        == epoch;
  }
}
