package dev.carillon.activities.postgres.dialling;

import dev.carillon.account.Admissions;
import dev.carillon.account.WorkflowSignals;
import dev.carillon.activities.postgres.TenantTransactions;
import dev.carillon.activities.postgres.outcomes.Outcomes;
import dev.carillon.call.CallStart;
import dev.carillon.call.CancelReason;
import dev.carillon.call.Direction;
import dev.carillon.campaign.CampaignRef;
import dev.carillon.campaign.Permit;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells workflows what the pump has decided, side by side and with a time limit. What does not get
/// through is a lost admission, which the pump sends again.
final class Announcing implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Announcing.class);
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private final TenantTransactions transactions;
  private final JourneyStarts starts;
  private final Outcomes outcomes;
  private final Admissions admissions;
  private final WorkflowSignals signals;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Announcing(
      TenantTransactions transactions,
      JourneyStarts starts,
      Outcomes outcomes,
      Admissions admissions,
      WorkflowSignals signals) {
    this.transactions = transactions;
    this.starts = starts;
    this.outcomes = outcomes;
    this.admissions = admissions;
    this.signals = signals;
  }

  /// Starts the workflows of admitted calls.
  void admitted(List<Dial> dials) throws InterruptedException {
    run(dials.stream().map(dial -> call(() -> start(dial), dial.callId())).toList());
  }

  /// Stops the journeys that were denied for good, and tells campaigns that may be done.
  void ended(List<Dial> dials) throws InterruptedException {
    run(dials.stream().map(dial -> call(() -> stop(dial), dial.callId())).toList());
  }

  private void start(Dial dial) {
    var campaignId = dial.campaignId();
    if (campaignId == null) {
      admissions.startCall(
          new CallStart(dial.tenantId(), dial.callId(), Direction.OUTBOUND, null, 1));
      return;
    }
    var journey =
        transactions.in(
            dial.tenantId(), () -> starts.of(dial.tenantId(), campaignId, dial.contactId()));
    admissions.admitJourney(journey, new Permit(dial.callId(), dial.attemptNo()));
  }

  /// A first attempt has no workflow yet.
  private void stop(Dial dial) {
    var campaignId = dial.campaignId();
    if (campaignId == null) {
      return;
    }
    if (dial.attemptNo() > 1) {
      signals.stopJourney(campaignId, dial.contactId(), CancelReason.SUPPRESSED);
    }
    if (!transactions.in(dial.tenantId(), () -> outcomes.anyOpen(campaignId))) {
      signals.journeyDone(new CampaignRef(dial.tenantId(), campaignId));
    }
  }

  private record Told(UUID callId) {}

  private static Callable<Told> call(Runnable work, UUID callId) {
    return () -> {
      work.run();
      return new Told(callId);
    };
  }

  private void run(List<Callable<Told>> tasks) throws InterruptedException {
    if (tasks.isEmpty()) {
      return;
    }
    var failed = 0;
    for (Future<Told> told : threads.invokeAll(tasks, LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
      try {
        told.get();
      } catch (ExecutionException | CancellationException e) {
        failed++;
        log.atDebug().setCause(e).log("a workflow was not told");
      }
    }
    if (failed > 0) {
      log.atWarn().addKeyValue("failed", failed).log("workflows were not told, they will be again");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
