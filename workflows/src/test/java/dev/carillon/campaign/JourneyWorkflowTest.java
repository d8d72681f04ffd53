package dev.carillon.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.call.Acknowledged;
import dev.carillon.call.CallReport;
import dev.carillon.call.CallStart;
import dev.carillon.call.CallWorkflow;
import dev.carillon.call.CancelCall;
import dev.carillon.call.CancelReason;
import dev.carillon.call.CarrierReport;
import dev.carillon.call.Disposition;
import dev.carillon.call.Histories;
import dev.carillon.call.Instruction;
import dev.carillon.call.InstructionsAfter;
import dev.carillon.call.OperatorOrder;
import dev.carillon.call.Outcome;
import dev.carillon.call.StreamClaim;
import dev.carillon.call.StreamEnd;
import dev.carillon.call.StreamGrant;
import dev.carillon.call.ToolResult;
import dev.carillon.call.ToolUse;
import dev.carillon.policy.SearchKeys;
import dev.carillon.policy.TaskQueues;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class JourneyWorkflowTest {
  private static final UUID TENANT = new UUID(0, 1);
  private static final UUID CAMPAIGN = new UUID(0, 2);
  private static final UUID CONTACT = new UUID(0, 3);
  private static final RedialPolicy QUICK =
      new RedialPolicy(
          Map.of(
              Disposition.NO_ANSWER, List.of(Duration.ofMinutes(1), Duration.ofMinutes(2)),
              Disposition.BUSY, List.of(Duration.ofMinutes(3)),
              Disposition.VOICEMAIL, List.of(Duration.ofMinutes(4))));

  /// What the calls of the journey under test report, one after another.
  static final Deque<CallReport> REPORTS = new ArrayDeque<>();

  private final FakeBook book = new FakeBook();
  private final TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();
  private JourneyWorkflow journey =
      temporal.getWorkflowClient().newWorkflowStub(JourneyWorkflow.class, "x");

  @BeforeEach
  void start() {
    REPORTS.clear();
    SearchKeys.ALL.forEach(
        key -> temporal.registerSearchAttribute(key.getName(), key.getValueType()));
    for (var queue : new String[] {TaskQueues.CALLS, TaskQueues.AFTER_CALL}) {
      var worker = temporal.newWorker(queue);
      worker.registerWorkflowImplementationTypes(JourneyWorkflowImpl.class, ScriptedCall.class);
      worker.registerActivitiesImplementations(book);
    }
    temporal.start();
    journey =
        temporal
            .getWorkflowClient()
            .newWorkflowStub(
                JourneyWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId("journey")
                    .setTaskQueue(TaskQueues.CALLS)
                    .build());
    book.admit = permit -> journey.admit(permit);
  }

  @AfterEach
  void stop(TestInfo test) {
    Histories.keep(temporal.getWorkflowClient(), "journey", "journey", test.getDisplayName());
    temporal.close();
  }

  private JourneyWorkflow.JourneyEnd run(Step... steps) {
    begin(steps);
    return WorkflowStub.fromTyped(journey).getResult(JourneyWorkflow.JourneyEnd.class);
  }

  private void begin(Step... steps) {
    var plan = steps.length == 0 ? List.<Step>of(new Step.Call()) : List.of(steps);
    WorkflowClient.start(journey::run, new JourneyStart(TENANT, CAMPAIGN, CONTACT, 3, QUICK, plan));
    journey.admit(new Permit(new UUID(9, 1), 1));
  }

  private static CallReport line(Disposition disposition) {
    return new CallReport(new UUID(9, 9), disposition, null, null, false, true, null);
  }

  private static CallReport talked(Outcome outcome) {
    return new CallReport(
        new UUID(9, 9), Disposition.ANSWERED, outcome, "AGREED_IN_THE_CALL", true, true, null);
  }

  @Test
  void whoConfirmsIsNotCalledAgain() {
    REPORTS.add(talked(Outcome.GOAL_ACHIEVED));

    assertThat(run().outcome()).isEqualTo(Outcome.GOAL_ACHIEVED);
    assertThat(book.queued).isEmpty();
  }

  @Test
  void whoDoesNotAnswerIsCalledAgainAfterThePoliciesWait() {
    REPORTS.add(line(Disposition.NO_ANSWER));
    REPORTS.add(line(Disposition.BUSY));
    REPORTS.add(talked(Outcome.GOAL_ACHIEVED));

    assertThat(run().outcome()).isEqualTo(Outcome.GOAL_ACHIEVED);
    assertThat(book.queued)
        .extracting(JourneyBook.NextAttempt::pause)
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(3));
    assertThat(book.queued).extracting(JourneyBook.NextAttempt::attemptNo).containsExactly(2, 3);
  }

  @Test
  void answeredWithoutAWordIsAsGoodAsNotAnswered() {
    REPORTS.add(line(Disposition.ANSWERED));
    REPORTS.add(line(Disposition.ANSWERED));
    REPORTS.add(line(Disposition.ANSWERED));

    assertThat(run().outcome()).isEqualTo(Outcome.NOT_REACHED);
    assertThat(book.queued)
        .extracting(JourneyBook.NextAttempt::pause)
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2));
  }

  @Test
  void aMessageOnceLeftStaysUnlessThePersonIsReached() {
    REPORTS.add(
        new CallReport(
            new UUID(9, 9), Disposition.VOICEMAIL, Outcome.MESSAGE_LEFT, null, false, true, null));
    REPORTS.add(line(Disposition.BUSY));
    REPORTS.add(line(Disposition.NO_ANSWER));

    assertThat(run().outcome()).isEqualTo(Outcome.MESSAGE_LEFT);
  }

  @Test
  void aDenialWaitsForItsMomentAndIsNoAttempt() {
    var tomorrow = Instant.parse("2026-11-25T14:00:00Z");
    REPORTS.add(
        new CallReport(
            new UUID(9, 9), Disposition.DENIED, null, "OUTSIDE_WINDOW", false, false, tomorrow));
    REPORTS.add(talked(Outcome.DECLINED));

    assertThat(run().outcome()).isEqualTo(Outcome.DECLINED);
    assertThat(book.queued)
        .singleElement()
        .satisfies(next -> {
          assertThat(next.notBefore()).isEqualTo(tomorrow);
          assertThat(next.attemptNo()).isEqualTo(1);
        });
  }

  @Test
  void aNumberTheCarrierRefusesFails() {
    REPORTS.add(line(Disposition.REJECTED));

    assertThat(run().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(book.queued).isEmpty();
  }

  @Test
  void aPermitThatComesTwiceMakesOneCall() {
    REPORTS.add(line(Disposition.NO_ANSWER));
    REPORTS.add(talked(Outcome.GOAL_ACHIEVED));
    book.twice = true;

    assertThat(run().outcome()).isEqualTo(Outcome.GOAL_ACHIEVED);
    assertThat(REPORTS).isEmpty();
  }

  @Test
  void whoIsSuppressedWhileWaitingIsNotCallable() {
    REPORTS.add(line(Disposition.NO_ANSWER));
    book.admit = null;
    begin();
    temporal.sleep(Duration.ofSeconds(10));
    journey.stop(new CancelCall(CancelReason.SUPPRESSED));

    var end = WorkflowStub.fromTyped(journey).getResult(JourneyWorkflow.JourneyEnd.class);

    assertThat(end.outcome()).isEqualTo(Outcome.NOT_CALLABLE);
  }

  @Test
  void whoOptsOutByTextWhileWaitingHasOptedOut() {
    REPORTS.add(line(Disposition.NO_ANSWER));
    book.admit = null;
    begin();
    temporal.sleep(Duration.ofSeconds(10));
    journey.stop(new CancelCall(CancelReason.OPTED_OUT));

    var end = WorkflowStub.fromTyped(journey).getResult(JourneyWorkflow.JourneyEnd.class);

    assertThat(end.outcome()).isEqualTo(Outcome.OPTED_OUT);
  }

  @Test
  void whoWasNotReachedGetsTheText() {
    REPORTS.add(line(Disposition.REJECTED));

    run(new Step.Call(), new Step.Wait(Duration.ofHours(1)), new Step.Sms("We tried to call."));

    assertThat(book.texts).containsExactly("We tried to call.");
  }

  @Test
  void whoWasReachedGetsNoText() {
    REPORTS.add(talked(Outcome.GOAL_ACHIEVED));

    run(new Step.Call(), new Step.Sms("We tried to call."));

    assertThat(book.texts).isEmpty();
  }

  /// Reports what the test has put down.
  public static final class ScriptedCall implements CallWorkflow {
    @Override
    public CallReport run(CallStart start) {
      return REPORTS.remove();
    }

    @Override
    public void carrierReported(CarrierReport report) {}

    @Override
    public void cancel(CancelCall cancel) {}

    @Override
    public StreamGrant claimStream(StreamClaim claim) {
      return new StreamGrant.Refused("test");
    }

    @Override
    public ToolResult useTool(ToolUse use) {
      return new ToolResult("{}", null);
    }

    @Override
    public Instruction nextInstruction(InstructionsAfter after) {
      return new Instruction.CallOver();
    }

    @Override
    public Acknowledged order(OperatorOrder order) {
      return new Acknowledged(false);
    }

    @Override
    public Acknowledged streamEnded(StreamEnd end) {
      return new Acknowledged(true);
    }
  }

  /// Queues, and admits at once when it is told how.
  private static final class FakeBook implements JourneyBook {
    private final List<NextAttempt> queued = Collections.synchronizedList(new ArrayList<>());
    private final List<String> texts = Collections.synchronizedList(new ArrayList<>());
    private java.util.function.@Nullable Consumer<Permit> admit;
    private boolean twice;

    @Override
    public Queued queueAttempt(NextAttempt next) {
      queued.add(next);
      if (admit != null) {
        var permit = new Permit(new UUID(9, queued.size() + 1), next.attemptNo());
        admit.accept(permit);
        if (twice) {
          admit.accept(permit);
        }
      }
      return new Queued(true);
    }

    @Override
    public Finished finish(Finish finish) {
      return new Finished(finish.outcome());
    }

    @Override
    public TextSent sendText(SendText text) {
      texts.add(text.text());
      return new TextSent(true);
    }
  }
}
