package dev.carillon.activities.postgres;

import java.sql.SQLTransientConnectionException;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The only way to the database: one transaction, in which exactly one tenant's rows exist.
public final class TenantTransactions {
  // Connections that died with a restarted database are found one by one, a whole pool of them;
  // nothing was sent on them.
  private static final int TRIES = 20;

  private final TransactionTemplate template;

  public TenantTransactions(PlatformTransactionManager manager) {
    this.template = new TransactionTemplate(manager);
  }

  /// Runs `work` in a transaction of this tenant; within one of the same tenant it joins in.
  ///
  /// @throws IllegalStateException within a transaction of another tenant, or outside any
  public <T extends @Nullable Object> T in(UUID tenantId, Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      if (!TenantTransactionManager.TENANT.isBound()
          || !TenantTransactionManager.TENANT.get().equals(tenantId)) {
        throw new IllegalStateException("a transaction of another tenant is under way");
      }
      return transact(work);
    }
    return ScopedValue.where(TenantTransactionManager.TENANT, tenantId).call(() -> begin(work));
  }

  /// As [#in], for work without a result.
  public void run(UUID tenantId, Runnable work) {
    in(
        tenantId,
        () -> {
          work.run();
          return true;
        });
  }

  /// Runs `work` in a transaction that sees the routing tables (ids only) and no tenant's rows.
  /// Within a tenant's transaction it joins in.
  public <T extends @Nullable Object> T outside(Supplier<T> work) {
    return TransactionSynchronizationManager.isActualTransactionActive()
        ? transact(work)
        : begin(work);
  }

  private <T extends @Nullable Object> T begin(Supplier<T> work) {
    for (int tried = 1; tried < TRIES; tried++) {
      try {
        return transact(work);
      } catch (CannotCreateTransactionException e) {
        // Not begun, so nothing was done: the next connection may be alive. None at all is the
        // pool's last word.
        if (e.getCause() instanceof SQLTransientConnectionException) {
          throw e;
        }
      }
    }
    return transact(work);
  }

  private <T extends @Nullable Object> T transact(Supplier<T> work) {
    return template.execute(_ -> work.get());
  }
}
