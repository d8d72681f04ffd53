package dev.carillon.worker;

import dev.carillon.account.AccountRef;
import dev.carillon.account.CarrierAccountWorkflowImpl;
import dev.carillon.account.CarrierSweep;
import dev.carillon.account.DialPump;
import dev.carillon.booking.AppointmentCalendar;
import dev.carillon.booking.BookingBook;
import dev.carillon.booking.BookingWorkflowImpl;
import dev.carillon.call.AfterCall;
import dev.carillon.call.CallBook;
import dev.carillon.call.CallWorkflowImpl;
import dev.carillon.call.Telephony;
import dev.carillon.call.ToolDesk;
import dev.carillon.campaign.CampaignBook;
import dev.carillon.campaign.CampaignWorkflowImpl;
import dev.carillon.campaign.JourneyBook;
import dev.carillon.campaign.JourneyWorkflowImpl;
import dev.carillon.conversation.SmsThreadWorkflowImpl;
import dev.carillon.conversation.TextDesk;
import dev.carillon.policy.TaskQueues;
import dev.carillon.reminder.ReminderDesk;
import dev.carillon.reminder.ReminderSweepWorkflowImpl;
import dev.carillon.temporal.AccountWorkflows;
import dev.carillon.temporal.SearchAttributes;
import dev.carillon.temporal.TemporalConnection;
import io.grpc.StatusRuntimeException;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The task queues and what runs on each. Starting waits for Temporal; stopping lets activities
/// finish.
final class Workers implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

  /// After a worker's death the next request to each workflow it held waits this long for it; the
  /// SDK's default is 5 s.
  private static final Duration STICKY = Duration.ofMillis(500);

  /// For activities that are under way; then for what is being reported of them.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /// From the server's giving an activity away to its beginning here, at most.
  private static final Duration HAND_OVER = Duration.ofSeconds(2);

  private static final Duration GRACE = Duration.ofMillis(500);
  private static final Duration LAST = Duration.ofSeconds(2);
  private static final int STARTING_TRIES = 120;

  private final TemporalConnection temporal;
  private final AccountWorkflows accounts;
  private final AccountRef account;
  private final WorkerFactory factory;
  private final Underway underway = new Underway();
  private volatile boolean running;

  /// The activities, by the queue they run on.
  record Activities(
      CallBook calls,
      CampaignBook campaigns,
      JourneyBook journeys,
      ToolDesk tools,
      AfterCall afterCall,
      ReminderDesk reminders,
      TextDesk texts,
      BookingBook bookings,
      AppointmentCalendar calendar,
      Telephony telephony,
      DialPump pump,
      CarrierSweep sweep) {}

  Workers(
      TemporalConnection temporal,
      AccountWorkflows accounts,
      AccountRef account,
      Activities activities) {
    this.temporal = temporal;
    this.accounts = accounts;
    this.account = account;
    this.factory =
        WorkerFactory.newInstance(
            temporal.client(),
            WorkerFactoryOptions.newBuilder()
                .setUsingVirtualWorkflowThreads(true)
                .setWorkflowCacheSize(2_000)
                .setWorkerInterceptors(underway, new FailureTranslation())
                .build());
    calls(activities);
    worker(TaskQueues.TELEPHONY, 100).registerActivitiesImplementations(activities.telephony());
    worker(TaskQueues.ADMISSION, 20)
        .registerActivitiesImplementations(activities.pump(), activities.sweep());
    worker(TaskQueues.AFTER_CALL, 50)
        .registerActivitiesImplementations(
            activities.afterCall(),
            activities.texts(),
            activities.calendar(),
            activities.tools(),
            activities.journeys(),
            activities.campaigns());
  }

  private void calls(Activities activities) {
    var worker = worker(TaskQueues.CALLS, 200);
    worker.registerWorkflowImplementationTypes(
        CallWorkflowImpl.class,
        JourneyWorkflowImpl.class,
        CampaignWorkflowImpl.class,
        CarrierAccountWorkflowImpl.class,
        ReminderSweepWorkflowImpl.class,
        SmsThreadWorkflowImpl.class,
        BookingWorkflowImpl.class);
    worker.registerActivitiesImplementations(
        activities.calls(),
        activities.campaigns(),
        activities.journeys(),
        activities.tools(),
        activities.afterCall(),
        activities.reminders(),
        activities.texts(),
        activities.bookings());
  }

  private Worker worker(String queue, int activities) {
    return factory.newWorker(
        queue,
        WorkerOptions.newBuilder()
            .setUsingVirtualThreads(true)
            .setStickyQueueScheduleToStartTimeout(STICKY)
            .setMaxConcurrentActivityExecutionSize(activities)
            .build());
  }

  @Override
  public void start() {
    prepare();
    factory.start();
    accounts.ensureRunning(account);
    running = true;
    LOG.info("workers have started");
  }

  /// Temporal may start at the same time as we do.
  private void prepare() {
    for (var tries = 1; ; tries++) {
      try {
        SearchAttributes.register(temporal);
        return;
      } catch (StatusRuntimeException away) {
        if (tries == STARTING_TRIES) {
          throw away;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      var _ = new CountDownLatch(1).await(250, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Temporal", e);
    }
  }

  @Override
  public void stop() {
    factory.shutdown();
    awaitActivities();
    factory.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    // What is left are polls for work that we no longer want.
    factory.shutdownNow();
    factory.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS);
    running = false;
    LOG.info("workers have ended");
  }

  private void awaitActivities() {
    try {
      if (!underway.awaitNone(HAND_OVER, PATIENCE)) {
        LOG.warn("activities are still under way, another worker will do them again");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Last to start, first to stop: the database must outlive the activities.
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 10;
  }
}
