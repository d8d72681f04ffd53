package dev.carillon.activities.postgres;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/// Begins each transaction by telling the database whose rows it may see.
///
/// The setting is local to the transaction, so a pooled connection never carries it on. It is made
/// here and not by a `TransactionExecutionListener`: when a listener fails after begin, Spring
/// leaves the connection bound to the thread for good, and a killed database would drain the pool.
final class TenantTransactionManager extends JdbcTransactionManager {
  @Serial private static final long serialVersionUID = 1;

  /// Whose transaction is to begin; unbound in transactions outside any tenant.
  static final ScopedValue<UUID> TENANT = ScopedValue.newInstance();

  TenantTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void prepareTransactionalConnection(
      Connection connection, TransactionDefinition definition) throws SQLException {
    super.prepareTransactionalConnection(connection, definition);
    if (!TENANT.isBound()) {
      return;
    }
    try (var statement =
        connection.prepareStatement("select set_config('app.tenant_id', ?, true)")) {
      statement.setString(1, TENANT.get().toString());
      statement.execute();
    }
  }
}
