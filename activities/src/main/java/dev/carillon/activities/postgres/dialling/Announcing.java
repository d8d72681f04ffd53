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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
  private final List<Dial> untold = new CopyOnWriteArrayList<>();
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
    var _ = run(dials, this::start);
  }

  /// Stops the journeys that were denied for good, and tells campaigns that may be done. Whoever
  /// could not be told is told the next time.
  void ended(List<Dial> dials) throws InterruptedException {
    untold.addAll(dials);
    var now = List.copyOf(untold);
    untold.removeAll(now);
    untold.addAll(run(now, this::stop));
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

  /// Those that were not told.
  private List<Dial> run(List<Dial> dials, Consumer<Dial> word) throws InterruptedException {
    if (dials.isEmpty()) {
      return List.of();
    }
    List<Callable<Dial>> tasks = dials.stream().map(dial -> telling(dial, word)).toList();
    var failed = new ArrayList<Dial>();
    var answers = threads.invokeAll(tasks, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    for (int i = 0; i < answers.size(); i++) {
      try {
        answers.get(i).get();
      } catch (ExecutionException | CancellationException e) {
        failed.add(dials.get(i));
        log.atDebug().setCause(e).log("a workflow was not told");
      }
    }
    if (!failed.isEmpty()) {
      log.atWarn()
          .addKeyValue("failed", failed.size())
          .log("workflows were not told, they will be again");
    }
    return failed;
  }

  private static Callable<Dial> telling(Dial dial, Consumer<Dial> word) {
    return () -> {
      word.accept(dial);
      return dial;
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
