package dev.carillon.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.call.Histories;
import dev.carillon.policy.SearchKeys;
import dev.carillon.policy.TaskQueues;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class CampaignWorkflowTest {
  private static final CampaignRef CAMPAIGN = new CampaignRef(new UUID(0, 1), new UUID(0, 2));
  private static final String ID = "campaign";

  private final FakeBook book = new FakeBook();
  private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();

  @BeforeEach
  void start() {
    SearchKeys.ALL.forEach(
        key -> temporal.registerSearchAttribute(key.getName(), key.getValueType()));
    for (var queue : new String[] {TaskQueues.CALLS, TaskQueues.AFTER_CALL}) {
      var worker = temporal.newWorker(queue);
      worker.registerWorkflowImplementationTypes(CampaignWorkflowImpl.class);
      worker.registerActivitiesImplementations(book);
    }
    temporal.start();
  }

  @AfterEach
  void stop(TestInfo test) {
    Histories.keep(temporal.getWorkflowClient(), ID, "campaign", test.getDisplayName());
    temporal.close();
  }

  private CampaignAnswer change(CampaignCommand command) {
    var stub =
        temporal
            .getWorkflowClient()
            .newWorkflowStub(
                CampaignWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(ID)
                    .setTaskQueue(TaskQueues.CALLS)
                    .setWorkflowIdConflictPolicy(
                        WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                    .build());
    return WorkflowClient.executeUpdateWithStart(
        stub::change,
        new CampaignChange(command),
        UpdateOptions.newBuilder(CampaignAnswer.class)
            .setWaitForStage(WorkflowUpdateStage.COMPLETED)
            .build(),
        new WithStartWorkflowOperation<>(stub::run, CAMPAIGN));
  }

  private WorkflowStub workflow() {
    return temporal.getWorkflowClient().newUntypedWorkflowStub(ID);
  }

  @Test
  void aStartedCampaignClosesWhenTheLastJourneyIsDoneAndTellsTheOwner() {
    assertThat(change(CampaignCommand.START))
        .isEqualTo(new CampaignAnswer(true, CampaignState.RUNNING));
    book.allDone = true;
    workflow().signal("journeyDone");

    assertThat(workflow().getResult(CampaignAnswer.class).state())
        .isEqualTo(CampaignState.COMPLETED);
    assertThat(book.asked).contains("tellOwner");
  }

  @Test
  void aLostSignalOnlyDelaysTheEnd() {
    change(CampaignCommand.START);
    book.allDone = true;
    temporal.sleep(Duration.ofMinutes(2));

    assertThat(workflow().getResult(CampaignAnswer.class).state())
        .isEqualTo(CampaignState.COMPLETED);
  }

  @Test
  void aDraftThatIsToldToPauseLeavesNoWorkflowBehind() {
    assertThat(change(CampaignCommand.PAUSE))
        .isEqualTo(new CampaignAnswer(false, CampaignState.DRAFT));

    assertThat(workflow().getResult(CampaignAnswer.class).state()).isEqualTo(CampaignState.DRAFT);
  }

  @Test
  void pauseResumeAndCancelAreCarriedOutInTheirOrder() {
    change(CampaignCommand.START);
    assertThat(change(CampaignCommand.PAUSE).state()).isEqualTo(CampaignState.PAUSED);
    assertThat(change(CampaignCommand.RESUME).state()).isEqualTo(CampaignState.RUNNING);
    assertThat(change(CampaignCommand.CANCEL).state()).isEqualTo(CampaignState.CANCELLED);

    assertThat(workflow().getResult(CampaignAnswer.class).state())
        .isEqualTo(CampaignState.CANCELLED);
    assertThat(book.asked).doesNotContain("tellOwner");
  }

  @Test
  void everyTransitionIsInTheTableAndNoOther() {
    var visited = new ArrayList<CampaignStates.Transition>();
    for (var from : CampaignState.values()) {
      for (var command : CampaignCommand.values()) {
        CampaignStates.after(from, command)
            .ifPresent(to -> visited.add(new CampaignStates.Transition(from, command, to)));
      }
    }

    assertThat(visited).containsExactlyInAnyOrderElementsOf(CampaignStates.table());
    change(CampaignCommand.CANCEL);
  }

  /// Keeps a campaign's state as the database would.
  private static final class FakeBook implements CampaignBook {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile CampaignState state = CampaignState.DRAFT;
    private volatile boolean allDone;

    @Override
    public CampaignAnswer apply(Command command) {
      var next = CampaignStates.after(state, command.command());
      next.ifPresent(to -> state = to);
      return new CampaignAnswer(next.isPresent(), state);
    }

    @Override
    public CampaignAnswer closeIfDone(CampaignRef campaign) {
      if (allDone && state == CampaignState.RUNNING) {
        state = CampaignState.COMPLETED;
      }
      return new CampaignAnswer(state == CampaignState.COMPLETED, state);
    }

    @Override
    public CampaignAnswer tellOwner(CampaignRef campaign) {
      asked.add("tellOwner");
      return new CampaignAnswer(true, state);
    }
  }
}
