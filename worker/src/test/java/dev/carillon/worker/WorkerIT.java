package dev.carillon.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.carillon.activities.postgres.Books;
import dev.carillon.activities.postgres.TestDatabase;
import dev.carillon.call.StreamClaim;
import dev.carillon.call.StreamGrant;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import dev.carillon.policy.WorkflowIds;
import dev.carillon.reminder.RunTimes;
import dev.carillon.temporal.CallWorkflows;
import dev.carillon.temporal.TemporalConnection;
import dev.carillon.temporal.TemporalRunTimes;
import dev.carillon.temporal.TemporalSettings;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowExecutionMetadata;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The worker between a real Temporal and a real PostgreSQL, ended and started again.
class WorkerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @TempDir private static Path folder;
  @AutoClose private static final TestDatabase DATABASE = TestDatabase.fresh();
  @AutoClose private static final QuietCarrier CARRIER = new QuietCarrier();
  private static final Books BOOKS = new Books(DATABASE);
  private static RealTemporal temporal;
  private static TemporalConnection connection;
  private static CallWorkflows calls;

  @BeforeAll
  static void startTemporal() throws InterruptedException {
    temporal = new RealTemporal(folder);
    connection =
        new TemporalConnection(
            TemporalSettings.from(
                Map.of(
                    "TEMPORAL_ADDRESS",
                    temporal.address(),
                    "CARILLON_CODEC_KEYS",
                    RunningWorker.CODEC_KEYS)),
            null);
    calls = new CallWorkflows(connection);
  }

  @AfterAll
  static void endTemporal() {
    connection.close();
    temporal.close();
  }

  @Test
  void journeysAndCallsAreFoundByTheirSearchAttributes() {
    var campaign = BOOKS.campaign(50, 10);
    var contact = BOOKS.contact();
    var call = BOOKS.queued(campaign, contact);

    try (var _ = worker()) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> {
            assertThat(found("CampaignId = '%s'".formatted(campaign)))
                .containsExactlyInAnyOrder(
                    WorkflowIds.journey(campaign, contact), WorkflowIds.call(call));
            assertThat(
                    found(
                        "TenantId = '%s' AND AttemptNo = 1 AND CallState = 'QUEUED'"
                            .formatted(TestDatabase.TENANT)))
                .contains(WorkflowIds.call(call));
          });
    }
  }

  @Test
  void aReminderScheduleMakesOneCampaignPerDateWhateverRestarts() throws Exception {
    var schedule = scheduleWithSomebodyToRemind();
    var times = new TemporalRunTimes(connection);

    try (var _ = worker()) {
      times.set(nineInNewYork(schedule));
      times.runNow(schedule);
      awaitSweeps(1);
    }
    times.set(nineInNewYork(schedule));
    times.runNow(schedule);
    try (var _ = worker()) {
      awaitSweeps(2);
    }

    assertThat(BOOKS.read("select state from campaign where schedule_id = ?", schedule))
        .containsExactly("RUNNING");
    var next =
        connection
            .schedules()
            .getHandle(WorkflowIds.reminder(schedule))
            .describe()
            .getInfo()
            .getNextActionTimes();
    assertThat(next)
        .isNotEmpty()
        .allSatisfy(
            at -> assertThat(at.atZone(NEW_YORK).toLocalTime()).isEqualTo(LocalTime.of(9, 0)));
  }

  @Test
  void requestsOfABridgeAreAnsweredOnceThoughWorkersComeAndGo() throws Exception {
    UUID call;
    try (var _ = worker()) {
      call = BOOKS.queued(null, BOOKS.contact(), 2, 1);
      await().atMost(PATIENCE).until(() -> placed(call));
    }
    var claim =
        new StreamClaim(
            "token", BOOKS.value("select provider_call_id from call where id = ?", call));
    var claimed = later(() -> calls.claimStream(call, claim));
    var use = new ToolUse("tool-1", "capture_lead", "{\"need\":\"a new clutch\"}");

    CompletableFuture<ToolResult> used;
    try (var worker = worker()) {
      assertThat(claimed.get(60, TimeUnit.SECONDS)).isInstanceOf(StreamGrant.Granted.class);
      assertThat(calls.claimStream(call, claim)).isEqualTo(claimed.get());
      try (var lock = lock(call)) {
        used = later(() -> calls.useTool(call, use));
        await().atMost(PATIENCE).until(WorkerIT::somebodyWaitsForALock);
        var ending = worker.beginEnd();
        lock.rollback();
        ending.join();
      }
    }
    try (var _ = worker()) {
      assertThat(used.get(60, TimeUnit.SECONDS).json()).contains("\"captured\":true");
      assertThat(calls.useTool(call, use)).isEqualTo(used.get());
    }

    assertThat(BOOKS.read("select id from lead where call_id = ?", call)).hasSize(1);
    assertThat(toolActivities(call)).as("the ending worker let the tool finish").isEqualTo(1);
  }

  private static RunningWorker worker() {
    return new RunningWorker(DATABASE, temporal, CARRIER);
  }

  private static <T> CompletableFuture<T> later(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofVirtual().start(task));
  }

  private static List<String> found(String query) {
    return connection
        .client()
        .listExecutions(query)
        .map(WorkflowExecutionMetadata::getExecution)
        .map(execution -> execution.getWorkflowId())
        .toList();
  }

  private static void awaitSweeps(int count) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            found("WorkflowType = 'ReminderSweep' AND ExecutionStatus = 'Completed'").size()
                == count);
  }

  private static RunTimes.Times nineInNewYork(UUID schedule) {
    return new RunTimes.Times(
        TestDatabase.TENANT,
        schedule,
        LocalTime.of(9, 0),
        EnumSet.allOf(DayOfWeek.class),
        NEW_YORK);
  }

  /// Appointments on each of the next days, so that it does not matter on which the test runs.
  private static UUID scheduleWithSomebodyToRemind() {
    var schedule = DATABASE.ids().next();
    BOOKS.write(
        """
        insert into schedule (id, tenant_id, name, kind, definition, created_at)
        values (:id, :tenant, 'Reminders', 'REMINDER_SWEEP', '{"timeZone":"America/New_York"}', :now)
        """,
        Map.of("id", schedule));
    BOOKS.write(
        """
        insert into appointment (id, tenant_id, contact_id, starts_at, status, created_at, updated_at)
        select gen_random_uuid(), :tenant, :contact, now() + days * interval '1 day', 'BOOKED',
          :now, :now
        from generate_series(0, 3) days
        """,
        Map.of("contact", BOOKS.contact()));
    return schedule;
  }

  private static boolean placed(UUID call) {
    return BOOKS.read("select state from call where id = ?", call).contains("QUEUED");
  }

  /// Holds the call's row until it is closed.
  private static Connection lock(UUID call) throws SQLException {
    var lock = DriverManager.getConnection(DATABASE.properties().url() + "?user=postgres");
    lock.setAutoCommit(false);
    try (var statement = lock.prepareStatement("select 1 from call where id = ? for update")) {
      statement.setObject(1, call);
      statement.execute();
    }
    return lock;
  }

  private static boolean somebodyWaitsForALock() {
    return !BOOKS.read("select pid from pg_locks where not granted").isEmpty();
  }

  private static long toolActivities(UUID call) {
    return connection.client().fetchHistory(WorkflowIds.call(call)).getEvents().stream()
        .filter(event -> event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
        .mapToLong(event -> event.getActivityTaskStartedEventAttributes().getAttempt())
        .max()
        .orElse(0);
  }
}
