package dev.carillon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.intake.ListIntake.SheetImport;
import dev.carillon.intake.ListIntake.Taken;
import dev.carillon.policy.TaskQueues;
import dev.carillon.policy.WorkflowIds;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ImportWorkflowTest {
  private static final SheetImport ORDER =
      new SheetImport(
          new UUID(0, 1), new UUID(0, 2), "sheet", "Contacts!A1:C", Map.of("Handy", "phone"));

  private final FakeIntake intake = new FakeIntake();
  private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();

  @BeforeEach
  void start() {
    var calls = temporal.newWorker(TaskQueues.CALLS);
    calls.registerWorkflowImplementationTypes(ImportWorkflowImpl.class);
    calls.registerActivitiesImplementations(intake);
    temporal.newWorker(TaskQueues.AFTER_CALL).registerActivitiesImplementations(intake);
    temporal.start();
  }

  @AfterEach
  void stop() {
    temporal.close();
  }

  @Test
  void aSheetThatIsAwayIsReadLater() {
    intake.failures = 3;

    assertThat(run()).isEqualTo(new Taken("COMPLETED"));
    assertThat(intake.seen).containsExactly("take", "take", "take", "take");
  }

  @Test
  void aSheetThatStaysAwayEndsItsImport() {
    intake.failures = Integer.MAX_VALUE;

    assertThat(run()).isEqualTo(new Taken("FAILED"));
    assertThat(intake.seen).endsWith("give up").containsOnlyOnce("give up");
  }

  @Test
  void anOrderIsTheSameInEitherJackson() throws JsonProcessingException {
    var json =
        """
        {"tenantId":"00000000-0000-0000-0000-000000000001",\
        "importId":"00000000-0000-0000-0000-000000000002","sheetId":"sheet",\
        "range":"Contacts!A1:C","mapping":{"Handy":"phone"}}\
        """;

    assertThat(new ObjectMapper().writeValueAsString(ORDER)).isEqualTo(json);
    assertThat(JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(ORDER)))
        .isEqualTo(JsonMapper.shared().readTree(json));
    assertThat(new ObjectMapper().readValue(json, SheetImport.class)).isEqualTo(ORDER);
    assertThat(JsonMapper.shared().readValue(json, SheetImport.class)).isEqualTo(ORDER);
  }

  private Taken run() {
    return temporal
        .getWorkflowClient()
        .newWorkflowStub(
            ImportWorkflow.class,
            WorkflowOptions.newBuilder()
                .setTaskQueue(TaskQueues.CALLS)
                .setWorkflowId(WorkflowIds.contactImport(ORDER.importId()))
                .build())
        .run(ORDER);
  }

  private static final class FakeIntake implements ListIntake {
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile int failures;

    @Override
    public Taken takeIn(SheetImport order) {
      seen.add("take");
      if (seen.size() <= failures) {
        throw ApplicationFailure.newFailure("away", "UNAVAILABLE");
      }
      return new Taken("COMPLETED");
    }

    @Override
    public Taken giveUp(SheetImport order) {
      seen.add("give up");
      return new Taken("FAILED");
    }
  }
}
