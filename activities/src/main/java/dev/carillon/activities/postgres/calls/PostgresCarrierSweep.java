package dev.carillon.activities.postgres.calls;

import dev.carillon.account.AccountRef;
import dev.carillon.account.CarrierDirectory;
import dev.carillon.account.CarrierDirectory.CarrierCall;
import dev.carillon.account.CarrierSweep;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.phone.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Asks the carrier about quiet and unclear calls once a second. What it learns goes into the inbox
/// like a callback; a carrier that cannot be asked says nothing.
final class PostgresCarrierSweep implements CarrierSweep, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PostgresCarrierSweep.class);
  private static final Duration STRETCH = Duration.ofMinutes(5);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMillis(2500);
  private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

  private final TenantTransactions transactions;
  private final Quiet quiet;
  private final CallRows calls;
  private final Inbox inbox;
  private final CarrierDirectory directory;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Heartbeat heartbeat;
  private final InstantSource clock;
  private final boolean carriersClockIsOurs;

  /// Tells Temporal that the sweep is alive; throws when it is to end.
  interface Heartbeat {
    void beat(SweepReport soFar);
  }

  /// @param carriersClockIsOurs false while our clock may be shifted against a simulated carrier's
  PostgresCarrierSweep(
      TenantTransactions transactions,
      Quiet quiet,
      CallRows calls,
      Inbox inbox,
      CarrierDirectory directory,
      Heartbeat heartbeat,
      InstantSource clock,
      boolean carriersClockIsOurs) {
    this.transactions = transactions;
    this.quiet = quiet;
    this.calls = calls;
    this.inbox = inbox;
    this.directory = directory;
    this.heartbeat = heartbeat;
    this.clock = clock;
    this.carriersClockIsOurs = carriersClockIsOurs;
  }

  @Override
  public SweepReport run(AccountRef account) {
    var report = new SweepReport(0, 0);
    var until = clock.instant().plus(STRETCH);
    try {
      while (clock.instant().isBefore(until)) {
        heartbeat.beat(report);
        var found = lookSafely(account);
        report =
            new SweepReport(report.asked() + found.asked(), report.settled() + found.settled());
        var _ = new CountDownLatch(1).await(TICK.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return report;
  }

  private SweepReport lookSafely(AccountRef account) throws InterruptedException {
    try {
      return look(account);
    } catch (DataAccessException | TransactionException e) {
      log.atWarn()
          .addKeyValue("accountId", account.accountId())
          .addKeyValue("failure", e.getClass().getSimpleName())
          .log("the database is away, nobody is asked after");
      return new SweepReport(0, 0);
    }
  }

  /// One look: asks about each call that is due.
  SweepReport look(AccountRef account) throws InterruptedException {
    var now = clock.instant();
    var known =
        transactions.in(
            account.tenantId(),
            () -> {
              quiet.giveUpWaiting(account.accountId(), now);
              return quiet.known(account.accountId(), now);
            });
    var unclear =
        transactions.in(account.tenantId(), () -> quiet.unclear(account.accountId(), now));
    var tasks = new ArrayList<Callable<Boolean>>();
    known.forEach(call -> tasks.add(() -> ask(account, call)));
    unclear.forEach(call -> tasks.add(() -> search(account, call)));
    return new SweepReport(tasks.size(), run(tasks));
  }

  private int run(List<Callable<Boolean>> tasks) throws InterruptedException {
    var settled = 0;
    for (var asked : threads.invokeAll(tasks, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      try {
        settled += asked.get() ? 1 : 0;
      } catch (ExecutionException | CancellationException e) {
        log.atWarn()
            .addKeyValue("failure", e.getClass().getSimpleName())
            .log("the carrier could not be asked about a call");
      }
    }
    return settled;
  }

  private boolean ask(AccountRef account, Quiet.Call call) {
    var sid = call.providerCallId();
    if (sid == null) {
      return false;
    }
    var answer = directory.find(sid);
    return transactions.in(
        account.tenantId(),
        () -> {
          calls.heardOf(call.id(), clock.instant());
          return answer.isPresent() && tell(account, call, answer.get());
        });
  }

  private boolean search(AccountRef account, Quiet.Call call) {
    var from = call.from();
    var submitted = call.submittedAt();
    if (from == null || submitted == null) {
      return false;
    }
    var since = carriersClockIsOurs ? submitted.minus(CLOCKS_DIFFER) : Instant.EPOCH;
    var listed = directory.search(call.to(), PhoneNumber.of(from), since);
    return transactions.in(account.tenantId(), () -> searched(account, call, listed));
  }

  private boolean searched(AccountRef account, Quiet.Call call, List<CarrierCall> listed) {
    var ours = listed.stream().filter(c -> !quiet.claimed(c.providerCallId())).findFirst();
    if (ours.isPresent()) {
      return tell(account, call, ours.get());
    }
    var now = clock.instant();
    quiet.searchedInVain(call.id(), now);
    if (!call.lastSearch()) {
      return false;
    }
    return inbox.add(
        account.tenantId(),
        "sweep",
        "sweep|never|" + call.id(),
        call.id(),
        Map.of(CarrierNews.NEVER_PLACED, "true"),
        now);
  }

  private boolean tell(AccountRef account, Quiet.Call call, CarrierCall found) {
    var parameters = new HashMap<String, String>();
    parameters.put("CallSid", found.providerCallId());
    parameters.put("CallStatus", found.status());
    if (found.durationSeconds() != null) {
      parameters.put("CallDuration", found.durationSeconds().toString());
    }
    return inbox.add(
        account.tenantId(),
        "sweep",
        "sweep|%s|%s".formatted(found.providerCallId(), found.status()),
        call.id(),
        parameters,
        clock.instant());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
