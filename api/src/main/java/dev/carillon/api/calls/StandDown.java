package dev.carillon.api.calls;

import dev.carillon.account.WorkflowSignals;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.call.CallState;
import dev.carillon.call.CancelReason;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Stops what is under way to a number that has just been suppressed. Called after the suppression
/// was committed, so that whoever decides from now on sees it; what was decided a moment before is
/// waited for and cancelled.
public final class StandDown implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StandDown.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);
  private static final Set<CallState> NOT_ANSWERED =
      EnumSet.of(
          CallState.RESERVED,
          CallState.SUBMITTING,
          CallState.UNKNOWN,
          CallState.QUEUED,
          CallState.RINGING);

  private final JdbcClient jdbc;
  private final TenantTransactions transactions;
  private final WorkflowSignals signals;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public StandDown(JdbcClient jdbc, TenantTransactions transactions, WorkflowSignals signals) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.signals = signals;
  }

  /// Cancels calls to the number that nobody has taken yet, and waits (two seconds at most) while a
  /// request to the carrier is on its way.
  public void from(UUID tenantId, String phoneNumber, CancelReason reason) {
    var live = live(tenantId, phoneNumber);
    cancel(live, reason);
    long looks = LONGEST_WAIT.dividedBy(BETWEEN_LOOKS);
    for (int look = 0; look < looks && anySubmitting(live); look++) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      live = live(tenantId, phoneNumber);
    }
  }

  private static boolean anySubmitting(List<Live> calls) {
    return calls.stream().anyMatch(call -> call.state() == CallState.SUBMITTING);
  }

  // The lock waits for a fence that has decided but not committed; one that comes later decides
  // with the suppression in sight.
  private List<Live> live(UUID tenantId, String phoneNumber) {
    return transactions.in(
        tenantId,
        () ->
            jdbc.sql(
                    """
                    select id, state from call
                    where phone_number = :number and direction = 'OUTBOUND' and state <> 'ENDED'
                    for share
                    """)
                .param("number", phoneNumber)
                .query((row, _) ->
                    new Live(
                        row.getObject("id", UUID.class), CallState.valueOf(row.getString("state"))))
                .list());
  }

  /// Temporal may be away: the suppression holds all the same, only a phone that rings already
  /// rings on. Nobody is kept waiting for that.
  private void cancel(List<Live> calls, CancelReason reason) {
    var orders =
        calls.stream()
            .filter(call -> NOT_ANSWERED.contains(call.state()))
            .<Callable<Boolean>>map(call -> () -> signals.cancelCall(call.id(), reason))
            .toList();
    try {
      for (var order : threads.invokeAll(orders, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        if (order.state() != Future.State.SUCCESS) {
          log.atWarn().log("a suppressed call could not be cancelled in time");
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private record Live(UUID id, CallState state) {}
}
