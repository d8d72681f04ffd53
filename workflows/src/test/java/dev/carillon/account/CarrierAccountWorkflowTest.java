package dev.carillon.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.policy.TaskQueues;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CarrierAccountWorkflowTest {
  private static final AccountRef ACCOUNT = new AccountRef(new UUID(0, 1), new UUID(0, 2));
  private static final String ID = "account";

  /// One more than a run has.
  private static final int STRETCHES = 201;

  private final CountDownLatch pumped = new CountDownLatch(STRETCHES);
  private final CountDownLatch swept = new CountDownLatch(STRETCHES);
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger failures = new AtomicInteger();
  private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();

  @BeforeEach
  void start() {
    temporal
        .newWorker(TaskQueues.CALLS)
        .registerWorkflowImplementationTypes(CarrierAccountWorkflowImpl.class);
    temporal
        .newWorker(TaskQueues.ADMISSION)
        .registerActivitiesImplementations(new FakePump(), new FakeSweep());
    temporal.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    temporal.close();
  }

  @Test
  void pumpAndSweepGoOnInANewRunWithoutEnd() throws InterruptedException {
    begin();

    assertThat(pumped.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(swept.await(60, TimeUnit.SECONDS)).isTrue();
    var begun = temporal.getWorkflowClient().fetchHistory(ID).getEvents().getFirst();
    assertThat(begun.getWorkflowExecutionStartedEventAttributes().getContinuedExecutionRunId())
        .isNotEmpty();
  }

  @Test
  void aPumpThatFailsForGoodIsStartedAnew() throws InterruptedException {
    failures.set(3);

    begin();

    assertThat(pumped.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(failures).hasNonPositiveValue();
  }

  private void begin() {
    var options =
        WorkflowOptions.newBuilder().setWorkflowId(ID).setTaskQueue(TaskQueues.CALLS).build();
    WorkflowClient.start(
        temporal.getWorkflowClient().newWorkflowStub(CarrierAccountWorkflow.class, options)::run,
        ACCOUNT);
  }

  /// A stretch takes no time until there were enough of them.
  private void stretch(CountDownLatch stretches) {
    stretches.countDown();
    if (stretches.getCount() == 0) {
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final class FakePump implements DialPump {
    @Override
    public PumpReport run(AccountRef account) {
      if (failures.getAndDecrement() > 0) {
        throw ApplicationFailure.newNonRetryableFailure("no such account", "REJECTED");
      }
      stretch(pumped);
      return new PumpReport(0, 0, 0);
    }
  }

  private final class FakeSweep implements CarrierSweep {
    @Override
    public SweepReport run(AccountRef account) {
      stretch(swept);
      return new SweepReport(0, 0);
    }
  }
}
