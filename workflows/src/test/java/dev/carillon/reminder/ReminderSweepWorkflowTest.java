package dev.carillon.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.policy.TaskQueues;
import dev.carillon.reminder.ReminderSweepWorkflow.SweepEnd;
import dev.carillon.reminder.ReminderSweepWorkflow.SweepStart;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReminderSweepWorkflowTest {
  private static final SweepStart START = new SweepStart(new UUID(0, 1), new UUID(0, 2));
  private static final UUID CAMPAIGN = new UUID(0, 3);
  private static final Instant DUE = Instant.parse("2026-06-02T13:00:00Z");
  private static final String SCHEDULED = "TemporalScheduledStartTime";

  private final FakeDesk desk = new FakeDesk();
  private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();

  @BeforeEach
  void start() {
    temporal.registerSearchAttribute(SCHEDULED, IndexedValueType.INDEXED_VALUE_TYPE_DATETIME);
    var worker = temporal.newWorker(TaskQueues.CALLS);
    worker.registerWorkflowImplementationTypes(ReminderSweepWorkflowImpl.class);
    worker.registerActivitiesImplementations(desk);
    temporal.start();
  }

  @AfterEach
  void stop() {
    temporal.close();
  }

  @Test
  void aDayWithAppointmentsLaunchesItsCampaign() {
    desk.campaign = CAMPAIGN;

    assertThat(run()).isEqualTo(new SweepEnd(CAMPAIGN, 7));
    assertThat(desk.launched).containsExactly(CAMPAIGN);
  }

  @Test
  void aDayWithoutAppointmentsLaunchesNothing() {
    assertThat(run().campaignId()).isNull();
    assertThat(desk.launched).isEmpty();
  }

  @Test
  void theDateIsTheOneTheScheduleWasDueOnHoweverLateItRuns() {
    run();

    assertThat(desk.runs)
        .containsExactly(new ReminderDesk.Run(START.tenantId(), START.scheduleId(), DUE));
  }

  private SweepEnd run() {
    var due = SearchAttributeKey.forOffsetDateTime(SCHEDULED);
    var options =
        WorkflowOptions.newBuilder()
            .setTaskQueue(TaskQueues.CALLS)
            .setTypedSearchAttributes(
                SearchAttributes.newBuilder().set(due, DUE.atOffset(ZoneOffset.UTC)).build())
            .build();
    return temporal
        .getWorkflowClient()
        .newWorkflowStub(ReminderSweepWorkflow.class, options)
        .run(START);
  }

  private static final class FakeDesk implements ReminderDesk {
    private final List<Run> runs = new CopyOnWriteArrayList<>();
    private final List<UUID> launched = new CopyOnWriteArrayList<>();
    private volatile @Nullable UUID campaign;

    @Override
    public Prepared prepare(Run run) {
      runs.add(run);
      return new Prepared(run.tenantId(), campaign, campaign == null ? 0 : 7, true);
    }

    @Override
    public Prepared launch(Prepared prepared) {
      launched.add(Objects.requireNonNull(prepared.campaignId()));
      return prepared;
    }
  }
}
