package dev.carillon.activities.postgres.dialling;

import dev.carillon.account.AccountRef;
import dev.carillon.account.DialPump;
import dev.carillon.activities.postgres.Listening;
import dev.carillon.activities.postgres.TenantTransactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The pump: looks for due rows whenever the queue changes, or five times a second.
final class PostgresDialPump implements DialPump {
  private static final Logger log = LoggerFactory.getLogger(PostgresDialPump.class);
  private static final Duration STRETCH = Duration.ofMinutes(5);
  private static final Duration TICK = Duration.ofMillis(200);
  private static final Duration LOST_AFTER = Duration.ofSeconds(10);
  private static final int ROWS = 60;

  private final TenantTransactions transactions;
  private final Lease lease;
  private final Openings openings;
  private final DueRows dueRows;
  private final Admission admission;
  private final JourneyStarts starts;
  private final Announcing announcing;
  private final Listening.Factory listening;
  private final Heartbeat heartbeat;
  private final InstantSource clock;

  /// Tells Temporal that the pump is alive; throws when it is to end.
  interface Heartbeat {
    void beat(PumpReport soFar);
  }

  PostgresDialPump(
      TenantTransactions transactions,
      Lease lease,
      Openings openings,
      DueRows dueRows,
      Admission admission,
      JourneyStarts starts,
      Announcing announcing,
      Listening.Factory listening,
      Heartbeat heartbeat,
      InstantSource clock) {
    this.transactions = transactions;
    this.lease = lease;
    this.openings = openings;
    this.dueRows = dueRows;
    this.admission = admission;
    this.starts = starts;
    this.announcing = announcing;
    this.listening = listening;
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  /// What one look at the queue came to.
  ///
  /// @param more whether there may be more to do at once
  /// @param fenced whether another pump has taken over
  record Tick(int admitted, int denied, int deferred, boolean more, boolean fenced) {}

  @Override
  public PumpReport run(AccountRef account) {
    var report = new PumpReport(0, 0, 0);
    long epoch = transactions.in(account.tenantId(), () -> lease.take(account.accountId()));
    var until = clock.instant().plus(STRETCH);
    try (var ear = listening.on("carillon_dial")) {
      while (clock.instant().isBefore(until)) {
        heartbeat.beat(report);
        var tick = tick(account, epoch);
        report =
            new PumpReport(
                report.admitted() + tick.admitted(),
                report.denied() + tick.denied(),
                report.deferred() + tick.deferred());
        if (tick.fenced()) {
          break;
        }
        if (!tick.more()) {
          ear.await(TICK);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return report;
  }

  private Tick tick(AccountRef account, long epoch) throws InterruptedException {
    try {
      return look(account, epoch);
    } catch (DataAccessException | TransactionException e) {
      log.atWarn()
          .addKeyValue("accountId", account.accountId())
          .addKeyValue("failure", e.getClass().getSimpleName())
          .log("the database is away, nobody is admitted");
      return new Tick(0, 0, 0, false, false);
    }
  }

  /// One look: admits what there is room for.
  Tick look(AccountRef account, long epoch) throws InterruptedException {
    sendLostAgain(account);
    var now = clock.instant();
    var room = transactions.in(account.tenantId(), () -> openings.look(account.accountId(), now));
    if (!room.anywhere()) {
      return new Tick(0, 0, 0, false, false);
    }
    var due =
        transactions.in(
            account.tenantId(), () -> dueRows.find(account.accountId(), room.open(), now, ROWS));
    var batch = new Batch();
    try {
      for (var row : due.subList(0, Math.min(ROWS, due.size()))) {
        if (batch.fenced || !room.anywhere()) {
          break;
        }
        if (room.of(row.campaignId()) > 0
            && batch.add(admission.admit(account, epoch, row.callId()))) {
          room.take(row.campaignId());
        }
      }
    } finally {
      // Also when the database goes away in the middle: those before hold their permits.
      announcing.admitted(batch.admitted);
      announcing.ended(batch.ended);
    }
    return batch.tick();
  }

  /// What one look's rows came to.
  private static final class Batch {
    private final List<Dial> admitted = new ArrayList<>();
    private final List<Dial> ended = new ArrayList<>();
    private int deferred;
    private boolean fenced;

    /// Whether the row has got a permit.
    boolean add(Admission.Result result) {
      switch (result) {
        case Admission.Result.Admitted(Dial dial) -> admitted.add(dial);
        case Admission.Result.Ended(Dial dial) -> ended.add(dial);
        case Admission.Result.Deferred() -> deferred++;
        case Admission.Result.Fenced() -> fenced = true;
        case Admission.Result.Gone() -> {
          // Cancelled, paused, or taken by somebody else since.
        }
      }
      return result instanceof Admission.Result.Admitted;
    }

    Tick tick() {
      boolean more = !fenced && (!ended.isEmpty() || deferred > 0);
      return new Tick(admitted.size(), ended.size(), deferred, more, fenced);
    }
  }

  private void sendLostAgain(AccountRef account) throws InterruptedException {
    var now = clock.instant();
    List<Dial> lost =
        transactions.in(
            account.tenantId(),
            () -> {
              var found = starts.lost(account.accountId(), now.minus(LOST_AFTER));
              found.forEach(dial -> starts.sentAgain(dial.callId(), now));
              return found;
            });
    announcing.admitted(lost);
  }
}
