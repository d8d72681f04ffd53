package dev.carillon.api.people;

import dev.carillon.account.AccountRef;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.imports.ContactImport;
import dev.carillon.activities.postgres.imports.ContactImports;
import dev.carillon.activities.postgres.imports.ImportRun;
import dev.carillon.api.web.intake.UploadFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Takes lists in, two at a time. A list waits as a file on this machine, so that one whose process
/// died is taken in by the next; publishing is one transaction, so that nothing was half done.
final class ImportDesk implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ImportDesk.class);
  private static final int AT_ONCE = 2;
  // Where its file is nobody knows any more; on another machine it would have been done by now.
  private static final Duration GIVEN_UP = Duration.ofHours(1);

  private final ContactImports imports;
  private final ImportRun run;
  private final TenantTransactions transactions;
  private final UploadFolder folder;
  private final JsonMapper json;
  private final AccountRef account;
  private final InstantSource clock;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("import-", 0).factory());
  private volatile boolean running;

  ImportDesk(
      ContactImports imports,
      ImportRun run,
      TenantTransactions transactions,
      UploadFolder folder,
      JsonMapper json,
      AccountRef account,
      InstantSource clock) {
    this.imports = imports;
    this.run = run;
    this.transactions = transactions;
    this.folder = folder;
    this.json = json;
    this.account = account;
    this.clock = clock;
  }

  /// Moves `file` away and begins; answers at once.
  ContactImport accept(WaitingList list, @Nullable String fileName, Path file) throws IOException {
    var id = imports.nextId();
    Files.writeString(note(id), json.writeValueAsString(list));
    Files.move(file, list(id), StandardCopyOption.ATOMIC_MOVE);
    var begun =
        transactions.in(list.tenantId(), () -> imports.begin(list.tenantId(), id, fileName));
    submit(id, list);
    return begun;
  }

  private void submit(UUID id, WaitingList list) {
    try {
      threads.execute(() -> takeIn(id, list));
    } catch (RejectedExecutionException _) {
      log.atInfo().addKeyValue("importId", id).log("list waits for the next start");
    }
  }

  /// Whatever fails, the import does not stay open unless the database is away; then the next start
  /// takes it up.
  private void takeIn(UUID id, WaitingList list) {
    try {
      run.run(list.tenantId(), id, list(id), list.declared(), list.mapping());
      forget(id);
    } catch (RuntimeException failure) {
      // The top-level handler of this thread. What PostgreSQL says may hold people's numbers.
      var known = ImportFailure.of(failure);
      log.atError()
          .addKeyValue("importId", id)
          .addKeyValue("failure", known.type())
          .addKeyValue("sqlState", known.sqlState())
          .log("import failed");
      giveUp(id, list.tenantId(), "Something went wrong here; the failure is in the log.");
    }
  }

  private void giveUp(UUID id, UUID tenantId, String why) {
    if (!running) {
      return;
    }
    try {
      transactions.run(tenantId, () -> imports.fail(id, why));
      forget(id);
    } catch (DataAccessException | TransactionException failure) {
      log.atWarn().setCause(failure).addKeyValue("importId", id).log("list waits for a next start");
    }
  }

  private void forget(UUID id) {
    try {
      Files.deleteIfExists(list(id));
      Files.deleteIfExists(note(id));
    } catch (IOException failure) {
      log.atWarn().setCause(failure).addKeyValue("importId", id).log("list could not be deleted");
    }
  }

  @Override
  public void start() {
    running = true;
    for (var left : transactions.in(account.tenantId(), imports::running)) {
      resume(left);
    }
  }

  private void resume(ContactImport left) {
    try {
      if (Files.exists(list(left.id())) && Files.exists(note(left.id()))) {
        log.atInfo().addKeyValue("importId", left.id()).log("list is taken up again");
        submit(left.id(), json.readValue(note(left.id()).toFile(), WaitingList.class));
      } else if (left.createdAt().plus(GIVEN_UP).isBefore(clock.instant())) {
        giveUp(left.id(), account.tenantId(), "The import was interrupted. Send the list again.");
      }
    } catch (JacksonException | UncheckedIOException failure) {
      log.atWarn().setCause(failure).addKeyValue("importId", left.id()).log("list is unreadable");
      giveUp(left.id(), account.tenantId(), "The import was interrupted. Send the list again.");
    }
  }

  @Override
  public void stop() {
    running = false;
    threads.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private Path list(UUID id) {
    return folder.file(id + ".list");
  }

  private Path note(UUID id) {
    return folder.file(id + ".json");
  }
}
