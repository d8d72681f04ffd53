package dev.carillon.temporal;

import dev.carillon.account.AccountRef;
import io.temporal.client.WorkflowClient;

/// Keeps the workflows of carrier accounts running.
public final class AccountWorkflows {
  private final WorkflowClient client;

  public AccountWorkflows(TemporalConnection connection) {
    this.client = connection.client();
  }

  /// Starts the account's workflow unless it runs.
  public void ensureRunning(AccountRef account) {
    Starts.account(client, account);
  }
}
