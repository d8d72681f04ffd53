package dev.carillon.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.call.Instruction;
import dev.carillon.call.StreamEnd;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoicemailTest {
  private static final String MACHINE =
      "Nobody can take your call, please leave a message after the tone.";

  private final CallOnTable call = new CallOnTable().begin();

  @Test
  void theCarriersVerdictMakesTheAgentLeaveTheMessage() {
    call.engine.says("i1", 3_000, CallOnTable.GREETING);
    call.pass(500);

    call.told(new Instruction.MachineAnswered());

    assertThat(call.line.clears()).isOne();
    assertThat(call.engine.asked).contains("hold true");
    assertThat(call.engine.responsesAbout(CallOnTable.MESSAGE)).isOne();

    call.engine.says("m1", 2_500, CallOnTable.MESSAGE);
    call.pass(2_600);
    var end = call.end();
    assertThat(end.reason()).isEqualTo(StreamEnd.Reason.MESSAGE_LEFT);
    assertThat(end.messageLeft()).isTrue();
    assertThat(end.machine()).isTrue();
    assertThat(end.hangUp()).isTrue();
  }

  @Test
  void anAnswerUnderWayIsStoppedBeforeTheMessageBegins() {
    call.engine.begins();
    call.engine.audio("r1", "i1", 300);

    call.told(new Instruction.MachineAnswered());

    assertThat(call.engine.asked).contains("stop");
    assertThat(call.engine.responsesAbout(CallOnTable.MESSAGE)).isZero();
    call.engine.endsWith(EngineEvents.Ending.CANCELLED);
    assertThat(call.engine.responsesAbout(CallOnTable.MESSAGE)).isOne();
  }

  @Test
  void noiseOfTheMachineDoesNotCutTheMessage() {
    call.told(new Instruction.MachineAnswered());
    call.engine.endsWith(EngineEvents.Ending.CANCELLED);
    call.engine.begins();
    call.engine.speaks("m1", 2_500, CallOnTable.MESSAGE);
    call.pass(300);

    call.engine.events.personBegan();
    call.engine.ends();
    call.pass(2_500);

    assertThat(call.end().messageLeft()).isTrue();
  }

  @Test
  void aMachineKnownFromTheStartIsNotGreeted() {
    var known = new CallOnTable(CallOnTable.brief(List.of(), true), Duration.ZERO).begin();

    assertThat(known.engine.responsesAbout(CallOnTable.GREETING)).isZero();
    assertThat(known.engine.responsesAbout(CallOnTable.MESSAGE)).isOne();
  }

  @Test
  void aVerdictThatIsFasterThanTheEngineIsNotForgotten() {
    var fast = new CallOnTable();
    fast.session.started("MZ1", "CA1");
    fast.settle();
    fast.told(new Instruction.MachineAnswered());

    fast.engine.events.ready();
    fast.settle();

    assertThat(fast.engine.responsesAbout(CallOnTable.GREETING)).isZero();
    assertThat(fast.engine.responsesAbout(CallOnTable.MESSAGE)).isOne();
  }

  @Test
  void anEngineThatOwesTheMessageIsNotWaitedForForEver() {
    call.told(new Instruction.MachineAnswered());
    call.pass(8_300);

    assertThat(call.end().messageLeft()).isFalse();
    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.ENGINE_FAILED);
  }

  @Test
  void theWordsOfAGreetingLetTheAgentsOwnMessageCount() {
    greetingHeard();
    call.personSays(MACHINE, 2_000);
    call.engine.begins();
    call.engine.speaks("m1", 2_000, "Please call us back.");
    call.tool("c1", "end_call");
    call.engine.ends();

    call.pass(2_100);

    assertThat(call.end().messageLeft()).isTrue();
    assertThat(call.end().machine()).isTrue();
    assertThat(call.engine.responsesAbout(CallOnTable.MESSAGE)).isZero();
  }

  @Test
  void wordsThatAreWrittenDownAfterTheMessageWasSaidCountToo() {
    greetingHeard();
    call.engine.events.personBegan();
    call.pass(2_000);
    call.engine.events.personStopped();
    call.engine.events.turnTaken("t9");
    call.engine.says("m1", 500, "Please call us back.");
    call.pass(700);

    call.engine.events.turnText("t9", MACHINE);
    call.pass(100);

    assertThat(call.end().messageLeft()).isTrue();
  }

  @Test
  void anAgentThatOnlyAskedAQuestionLeavesTheMessageAfterAShortQuiet() {
    greetingHeard();
    call.personSays(MACHINE, 2_000);
    call.engine.says("i1", 800, "Does the time still suit you?");

    call.pass(2_400);

    assertThat(call.engine.responsesAbout(CallOnTable.MESSAGE)).isOne();
    call.engine.says("m1", 1_000, CallOnTable.MESSAGE);
    call.pass(1_100);
    assertThat(call.end().messageLeft()).isTrue();
  }

  @Test
  void theVerdictAfterTheWordsBeginsTheMessageAnewOnce() {
    greetingHeard();
    call.personSays(MACHINE, 2_000);
    call.engine.begins();
    call.engine.speaks("m1", 3_000, "Please call us back.");
    call.engine.ends();
    call.pass(500);

    call.told(new Instruction.MachineAnswered());
    call.told(new Instruction.MachineAnswered());

    assertThat(call.line.clears()).isOne();
    assertThat(call.engine.responsesAbout(CallOnTable.MESSAGE)).isOne();
  }

  @Test
  void aPendingHangUpIsOffUntilTheMessageWasHeardOut() {
    greetingHeard();
    call.personSays(MACHINE, 2_000);
    call.engine.begins();
    call.engine.speaks("m1", 2_000, "Please call us back.");
    call.tool("c1", "end_call");
    call.engine.ends();
    call.pass(1_000);

    call.told(new Instruction.MachineAnswered());
    call.engine.begins();
    call.engine.speaks("m2", 2_000, CallOnTable.MESSAGE);
    call.engine.ends();
    call.pass(1_500);
    assertThat(call.desk.ends).isEmpty();

    call.pass(700);
    assertThat(call.end().messageLeft()).isTrue();
  }

  @Test
  void theVerdictAfterTheWholeMessageChangesNothing() {
    greetingHeard();
    call.personSays(MACHINE, 2_000);
    call.engine.says("m1", 500, "Please call us back.");
    call.pass(600);

    call.told(new Instruction.MachineAnswered());

    assertThat(call.engine.responsesAbout(CallOnTable.MESSAGE)).isZero();
    assertThat(call.end().messageLeft()).isTrue();
  }

  @Test
  void aHumanWhoSpeaksOfAMessageIsNotHungUpOn() {
    greetingHeard();
    call.told(new Instruction.HumanAnswered());
    call.personSays("Yes, hello?", 600);
    call.engine.says("i1", 500, "Good.");
    call.pass(600);

    call.personSays("Can you leave a message for my wife?", 900);
    call.engine.says("i2", 500, "I will.");
    call.pass(3_000);

    assertThat(call.desk.ends).isEmpty();
  }

  @Test
  void aHumanWhoConversesClearsTheSuspicion() {
    greetingHeard();
    call.told(new Instruction.HumanAnswered());
    call.personSays("This is not my voicemail", 900);
    call.engine.begins();
    call.engine.speaks("i1", 4_000, "I am glad to hear that.");
    call.engine.ends();
    call.pass(300);

    call.personSays("It is really me", 600);
    call.engine.says("i2", 500, "Good.");
    call.pass(3_000);

    assertThat(call.desk.ends).isEmpty();
  }

  @Test
  void aMessageThatFailsIsTriedOnceMore() {
    call.told(new Instruction.MachineAnswered());
    call.engine.endsWith(EngineEvents.Ending.CANCELLED);
    call.engine.begins();
    call.engine.endsWith(EngineEvents.Ending.FAILED);

    assertThat(call.engine.responsesAbout(CallOnTable.MESSAGE)).isEqualTo(2);
    call.engine.says("m1", 500, CallOnTable.MESSAGE);
    call.pass(600);
    assertThat(call.end().messageLeft()).isTrue();
  }

  @Test
  void anAnswerTheEngineBeganByItselfIsNotTakenForTheMessage() {
    call.told(new Instruction.MachineAnswered());
    call.engine.endsWith(EngineEvents.Ending.CANCELLED);
    call.engine.begins();
    call.engine.events.responseRefused();

    call.engine.speaks("x1", 500, "Something else.");
    call.engine.endsWith(EngineEvents.Ending.CANCELLED);
    call.engine.says("m1", 500, CallOnTable.MESSAGE);
    call.pass(600);

    assertThat(call.end().messageLeft()).isTrue();
    assertThat(call.journal.transcript()).containsExactly("AGENT: " + CallOnTable.MESSAGE);
  }

  private void greetingHeard() {
    call.engine.says("i0", 500, CallOnTable.GREETING);
    call.pass(600);
  }
}
