package dev.carillon.call;

import static dev.carillon.call.CallFixtures.SID;
import static dev.carillon.call.CallFixtures.aCall;
import static dev.carillon.call.CallFixtures.answered;
import static dev.carillon.call.CallFixtures.over;
import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.policy.SearchKeys;
import dev.carillon.policy.TaskQueues;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class CallWorkflowTest {
  private final FakeWorld world = new FakeWorld();
  private TestWorkflowEnvironment temporal = TestWorkflowEnvironment.newInstance();
  private CallWorkflow call = temporal.getWorkflowClient().newWorkflowStub(CallWorkflow.class, "x");

  @BeforeEach
  void start() {
    SearchKeys.ALL.forEach(
        key -> temporal.registerSearchAttribute(key.getName(), key.getValueType()));
    for (var queue : new String[] {TaskQueues.CALLS, TaskQueues.TELEPHONY, TaskQueues.AFTER_CALL}) {
      var worker = temporal.newWorker(queue);
      worker.registerWorkflowImplementationTypes(CallWorkflowImpl.class);
      worker.registerActivitiesImplementations(world);
    }
    temporal.start();
    call =
        temporal
            .getWorkflowClient()
            .newWorkflowStub(
                CallWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setWorkflowId("call/" + aCall().callId())
                    .setTaskQueue(TaskQueues.CALLS)
                    .build());
  }

  @AfterEach
  void stop(TestInfo test) {
    Histories.keep(
        temporal.getWorkflowClient(), "call/" + aCall().callId(), "call", test.getDisplayName());
    temporal.close();
  }

  private CallReport report() {
    return WorkflowStub.fromTyped(call).getResult(CallReport.class);
  }

  private void begin() {
    WorkflowClient.start(call::run, aCall());
  }

  private StreamGrant claim(String token) {
    return call.claimStream(new StreamClaim(token, SID));
  }

  @Test
  void aBusyLineEndsAsBusyWithoutAnOutcome() {
    begin();
    call.carrierReported(over(Disposition.BUSY, false));

    var report = report();

    assertThat(report.disposition()).isEqualTo(Disposition.BUSY);
    assertThat(report.outcome()).isNull();
    assertThat(report.counts()).isTrue();
    assertThat(world.asked).containsExactly("place");
  }

  @Test
  void whatAToolAgreedIsTheOutcomeWhateverTheModelThinks() {
    world.toolOutcomes.put("confirm_appointment", Outcome.GOAL_ACHIEVED);
    world.personSpoke = true;
    world.summary = new CallSummary("No.", "NONE", null, Outcome.DECLINED);
    begin();
    claim("t1");
    call.useTool(new ToolUse("c1", "confirm_appointment", "{}"));
    call.streamEnded(CallFixtures.hungUpByThePerson(true));
    call.carrierReported(over(Disposition.ANSWERED, true));

    assertThat(report().outcome()).isEqualTo(Outcome.GOAL_ACHIEVED);
    assertThat(world.closed)
        .singleElement()
        .extracting(CallBook.CallEnd::outcome)
        .isEqualTo(Outcome.GOAL_ACHIEVED);
  }

  @Test
  void whatSomebodySaysThroughTheAgentGoesToTheBridgeThatTalks() {
    begin();
    assertThat(call.order(new OperatorOrder.Say("Too early.", true)).accepted()).isFalse();
    claim("t1");

    assertThat(call.order(new OperatorOrder.Say("We close at six.", true)).accepted()).isTrue();

    assertThat(call.nextInstruction(new InstructionsAfter(0)))
        .isEqualTo(new Instruction.Say("We close at six.", true));
    claim("t2");
    call.carrierReported(over(Disposition.ANSWERED, true));
    assertThat(call.nextInstruction(new InstructionsAfter(0)))
        .as("said already by the bridge that was there before")
        .isInstanceOf(Instruction.CallOver.class);
    call.streamEnded(CallFixtures.hungUpByThePerson(false));
    report();
  }

  @Test
  void theRecordingIsPausedAndGoneOnWithAtTheCarrier() {
    begin();
    claim("t1");

    assertThat(call.order(new OperatorOrder.PauseRecording()).accepted()).isTrue();
    assertThat(call.order(new OperatorOrder.ResumeRecording()).accepted()).isTrue();

    call.streamEnded(CallFixtures.hungUpByThePerson(true));
    call.carrierReported(over(Disposition.ANSWERED, true));
    report();
    assertThat(world.asked).contains("pause recording", "resume recording");
  }

  @Test
  void anOptOutStandsWhateverIsAgreedAfterwards() {
    world.toolOutcomes.put("opt_out", Outcome.OPTED_OUT);
    world.toolOutcomes.put("confirm_appointment", Outcome.GOAL_ACHIEVED);
    begin();
    claim("t1");
    call.useTool(new ToolUse("c1", "opt_out", "{}"));
    call.useTool(new ToolUse("c2", "confirm_appointment", "{}"));
    call.streamEnded(CallFixtures.hungUpByThePerson(true));
    call.carrierReported(over(Disposition.ANSWERED, true));

    assertThat(report().outcome()).isEqualTo(Outcome.OPTED_OUT);
  }

  @Test
  void theModelsOutcomeCountsWhenNoToolWasUsed() {
    world.personSpoke = true;
    world.summary = new CallSummary("They said no.", "NONE", null, Outcome.DECLINED);
    begin();
    claim("t1");
    call.streamEnded(CallFixtures.hungUpByThePerson(true));
    call.carrierReported(over(Disposition.ANSWERED, true));

    assertThat(report().outcome()).isEqualTo(Outcome.DECLINED);
  }

  @Test
  void neverAgainIsSuppressedEvenIfNoToolWasUsed() {
    world.personSpoke = true;
    world.summary = new CallSummary("Never again.", "NONE", null, Outcome.OPTED_OUT);
    world.toolOutcomes.put("opt_out", Outcome.OPTED_OUT);
    begin();
    claim("t1");
    call.streamEnded(CallFixtures.hungUpByThePerson(true));
    call.carrierReported(over(Disposition.ANSWERED, true));

    assertThat(report().outcome()).isEqualTo(Outcome.OPTED_OUT);
    assertThat(world.asked).contains("tool opt_out");
  }

  @Test
  void withoutAModelAConversationIsStillWrittenDown() {
    world.personSpoke = true;
    world.modelAway = true;
    begin();
    claim("t1");
    call.streamEnded(CallFixtures.hungUpByThePerson(true));
    call.carrierReported(over(Disposition.ANSWERED, true));

    assertThat(report().outcome()).isEqualTo(Outcome.TALKED);
  }

  @Test
  void answeredWithoutAWordHasNoOutcome() {
    begin();
    claim("t1");
    call.streamEnded(CallFixtures.hungUpByThePerson(false));
    call.carrierReported(over(Disposition.ANSWERED, true));

    var report = report();

    assertThat(report.disposition()).isEqualTo(Disposition.ANSWERED);
    assertThat(report.outcome()).isNull();
    assertThat(report.personSpoke()).isFalse();
  }

  @Test
  void aMessageOnAMachineIsVoicemailAndMessageLeft() {
    begin();
    claim("t1");
    call.carrierReported(new CarrierReport.MachineVerdict(true, true));
    assertThat(call.nextInstruction(new InstructionsAfter(0)))
        .isEqualTo(new Instruction.MachineAnswered());
    call.streamEnded(CallFixtures.messageLeft());
    call.carrierReported(over(Disposition.ANSWERED, true));

    var report = report();

    assertThat(report.disposition()).isEqualTo(Disposition.VOICEMAIL);
    assertThat(report.outcome()).isEqualTo(Outcome.MESSAGE_LEFT);
    assertThat(world.asked).contains("streamEnded", "hangUp");
  }

  @Test
  void theEndOverridesAllInstructions() {
    begin();
    claim("t1");
    call.carrierReported(over(Disposition.ANSWERED, true));

    assertThat(call.nextInstruction(new InstructionsAfter(0)))
        .isEqualTo(new Instruction.CallOver());
    call.streamEnded(CallFixtures.hungUpByThePerson(false));
    report();
  }

  @Test
  void aTokenIsGoodForOneClaim() {
    begin();

    assertThat(claim("t1")).isInstanceOf(StreamGrant.Granted.class);
    assertThat(claim("t1")).isEqualTo(new StreamGrant.Refused("TOKEN_USED"));
    assertThat(call.claimStream(new StreamClaim("t2", "CAother")))
        .isEqualTo(new StreamGrant.Refused("OTHER_CALL"));
    call.streamEnded(CallFixtures.hungUpByThePerson(false));
    call.carrierReported(over(Disposition.ANSWERED, true));
    report();
  }

  @Test
  void aBridgeThatDiedDoesNotHoldTheCallUp() {
    begin();
    claim("t1");
    call.carrierReported(over(Disposition.ANSWERED, true));

    assertThat(report().disposition()).isEqualTo(Disposition.ANSWERED);
  }

  @Test
  void anUnclearAnswerWaitsForTheCarriersWord() {
    world.placements.add(new Placement.Unknown());
    begin();
    call.carrierReported(answered());
    call.carrierReported(over(Disposition.NO_ANSWER, false));

    assertThat(report().disposition()).isEqualTo(Disposition.NO_ANSWER);
    assertThat(world.asked).containsExactly("place");
  }

  @Test
  void aCallThatWasNeverPlacedStaysUnknownAndCounts() {
    world.placements.add(new Placement.Unknown());
    begin();
    call.carrierReported(new CarrierReport.NeverPlaced());

    var report = report();

    assertThat(report.disposition()).isEqualTo(Disposition.UNKNOWN);
    assertThat(report.counts()).isTrue();
    assertThat(world.asked).containsExactly("place");
  }

  @Test
  void onlyACertainlyUnsentRequestIsTriedAgain() {
    world.placements.add(new Placement.NotSent("CARRIER_BUSY", Duration.ofSeconds(1)));
    world.placements.add(new Placement.Paced(Duration.ofSeconds(1)));
    world.placements.add(new Placement.Rejected("21211"));
    begin();

    assertThat(report().disposition()).isEqualTo(Disposition.REJECTED);
    assertThat(world.asked).containsExactly("place", "place", "place");
  }

  @Test
  void aCarrierThatIsNeverReachedMakesNoAttempt() {
    for (var i = 0; i < 8; i++) {
      world.placements.add(new Placement.NotSent("CARRIER_BUSY", Duration.ofSeconds(1)));
    }
    begin();

    var report = report();

    assertThat(report.disposition()).isEqualTo(Disposition.FAILED);
    assertThat(report.counts()).isFalse();
  }

  @Test
  void aNumberTheCarrierRefusesIsRejected() {
    world.placements.add(new Placement.Rejected("21211"));
    begin();

    var report = report();

    assertThat(report.disposition()).isEqualTo(Disposition.REJECTED);
    assertThat(report.counts()).isTrue();
  }

  @Test
  void aDenialAtTheFenceNamesTheNextMoment() {
    var tomorrow = Instant.parse("2026-11-25T14:00:00Z");
    world.placements.add(new Placement.Denied("OUTSIDE_WINDOW", tomorrow, false));
    begin();

    var report = report();

    assertThat(report.disposition()).isEqualTo(Disposition.DENIED);
    assertThat(report.notBefore()).isEqualTo(tomorrow);
    assertThat(report.counts()).isFalse();
  }

  @Test
  void somebodySuppressedByThemselvesBetweenAdmissionAndFenceHasOptedOut() {
    world.placements.add(new Placement.Denied("SUPPRESSED", null, true));
    begin();

    assertThat(report().outcome()).isEqualTo(Outcome.OPTED_OUT);
  }

  @Test
  void aCancelledRingIsHungUp() {
    world.onHangUp = () -> call.carrierReported(over(Disposition.CANCELLED, false));
    begin();
    call.cancel(new CancelCall(CancelReason.OPERATOR));

    var report = report();

    assertThat(report.disposition()).isEqualTo(Disposition.CANCELLED);
    assertThat(report.outcomeReason()).isEqualTo("OPERATOR");
  }
}
