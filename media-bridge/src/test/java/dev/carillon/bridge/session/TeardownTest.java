package dev.carillon.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.call.Instruction;
import dev.carillon.call.StreamEnd;
import dev.carillon.call.StreamGrant;
import org.junit.jupiter.api.Test;

class TeardownTest {
  private final CallOnTable call = new CallOnTable();

  @Test
  void aPersonWhoHangsUpIsReportedWithWhatWasHeardSoFar() {
    call.begin();
    call.engine.says("i1", 4_000, "one two three four");
    call.pass(2_000);

    call.session.stopped();
    call.line.cut();
    call.session.lost();
    call.pass(200);

    var end = call.end();
    assertThat(end.reason()).isEqualTo(StreamEnd.Reason.PERSON_HUNG_UP);
    assertThat(end.hangUp()).isFalse();
    assertThat(end.lines()).isOne();
    assertThat(call.journal.transcript()).containsExactly("AGENT: one two~");
    assertThat(call.engine.asked).contains("close");
    assertThat(call.closedTimes()).isOne();
    assertThat(call.journal.closed).isTrue();
  }

  @Test
  void aSocketThatDiesWithoutAWordIsALostLine() {
    call.greeted();

    call.line.cut();
    call.session.lost();
    call.pass(100);

    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.LINE_LOST);
    assertThat(call.end().hangUp()).isFalse();
    assertThat(call.closedTimes()).isOne();
  }

  @Test
  void theFirstReasonWinsAndIsReportedOnce() {
    call.greeted();

    call.session.stopped();
    call.session.stopped();
    call.engine.events.failed("closed_1011");
    call.session.drain();
    call.line.cut();
    call.session.lost();
    call.pass(500);

    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.PERSON_HUNG_UP);
    assertThat(call.ended).containsExactly(StreamEnd.Reason.PERSON_HUNG_UP);
    assertThat(call.closedTimes()).isOne();
  }

  @Test
  void lastWordsOfThePersonAreWaitedForAWhile() {
    call.greeted();
    call.engine.events.personBegan();
    call.pass(800);
    call.session.stopped();
    assertThat(call.engine.asked).contains("closeTurn");
    call.pass(200);
    assertThat(call.desk.ends).isEmpty();

    call.engine.events.turnTaken("t1");
    call.engine.events.turnText("t1", "No, wait");
    call.pass(200);

    assertThat(call.journal.transcript()).last().isEqualTo("PERSON: No, wait");
    assertThat(call.end().lines()).isEqualTo(2);
  }

  @Test
  void wordsThatNeverComeDoNotHoldUpTheReport() {
    call.greeted();
    call.engine.events.personBegan();
    call.pass(800);
    call.session.stopped();

    call.pass(1_700);

    assertThat(call.desk.ends).hasSize(1);
  }

  @Test
  void aWorkflowThatIsAwayIsToldAgain() {
    call.greeted();
    call.desk.endFailures = 2;

    call.session.stopped();
    call.pass(1_500);

    assertThat(call.desk.ends).hasSize(1);
  }

  @Test
  void afterAHangUpTheCarrierMayCloseFirst() {
    call.greeted();
    call.told(new Instruction.CallOver());
    call.pass(2_500);
    assertThat(call.line.closed).isEmpty();

    call.pass(1_000);

    assertThat(call.line.closed).containsExactly(1000);
    assertThat(call.closedTimes()).isOne();
  }

  @Test
  void aDrainingBridgeLeavesTheCallToAnother() {
    call.greeted();

    call.session.drain();
    call.pass(100);

    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.BRIDGE_DRAINING);
    assertThat(call.end().hangUp()).isFalse();
    assertThat(call.line.closed).containsExactly(1000);
  }

  @Test
  void aLineWithoutMediaIsHalfOpenAndGivenUp() {
    call.greeted();

    call.passWithoutMedia(5_000);
    assertThat(call.desk.ends).isEmpty();
    assertThat(call.journal.events).contains("line_suspect");

    call.passWithoutMedia(7_000);
    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.LINE_LOST);
  }

  @Test
  void anEngineThatDiesIsHeardOutAndEndsTheCall() {
    call.begin();
    call.engine.begins();
    call.engine.audio("r1", "i1", 1_000);

    call.engine.events.failed("closed_1006");
    call.pass(800);
    assertThat(call.desk.ends).isEmpty();

    call.pass(400);
    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.ENGINE_FAILED);
    assertThat(call.end().hangUp()).isTrue();
  }

  @Test
  void anEngineThatRefusesBeforeTheClaimEndsTheCall() {
    call.engine.events.failed("http_503");
    call.begin();
    call.pass(100);

    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.ENGINE_FAILED);
  }

  @Test
  void anEngineThatIsNeverReadyEndsTheCall() {
    call.session.started("MZ1", "CA1");
    call.settle();

    call.pass(12_100);

    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.ENGINE_FAILED);
  }

  @Test
  void anEngineThatOwesAnAnswerIsAskedAgainAndThenGivenUp() {
    call.greeted();
    call.personSays("Hello?", 500);

    call.pass(3_100);
    assertThat(call.engine.responsesAbout("")).isEqualTo(2);
    call.pass(7_200);

    assertThat(call.engine.asked).anyMatch(asked -> asked.contains("Apologise"));
    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.ENGINE_FAILED);
  }

  @Test
  void twoFailedResponsesInARowAreTheEnd() {
    call.greeted();
    call.engine.begins();
    call.engine.endsWith(EngineEvents.Ending.FAILED);
    call.engine.begins();
    call.engine.endsWith(EngineEvents.Ending.FAILED);
    call.pass(100);

    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.ENGINE_FAILED);
  }

  @Test
  void aStreamWithoutAStartIsClosed() {
    call.pass(5_100);

    assertThat(call.line.closed).containsExactly(1008);
    assertThat(call.desk.ends).isEmpty();
    assertThat(call.closedTimes()).isOne();
  }

  @Test
  void aBrokenProtocolClosesTheStreamAndIsReported() {
    call.greeted();

    call.session.broken(1007);
    call.pass(100);

    assertThat(call.line.closed).containsExactly(1007);
    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.LINE_LOST);
  }

  @Test
  void aWorkflowThatIsNotThereYetIsAskedAgain() {
    call.desk.notFoundTimes = 5;
    call.session.started("MZ1", "CA1");

    call.pass(800);
    call.engine.events.ready();

    assertThat(call.desk.claims).hasSize(6);
    assertThat(call.engine.responsesAbout(CallOnTable.GREETING)).isOne();
  }

  @Test
  void aWorkflowThatStaysAwayLeavesNoSessionBehind() {
    call.desk.notFoundTimes = 1_000;
    call.session.started("MZ1", "CA1");

    call.pass(2_500);

    assertThat(call.line.closed).containsExactly(1013);
    assertThat(call.closedTimes()).isOne();
  }

  @Test
  void theLineIsHeldWhileTheWorkerComesBack() {
    call.desk.unansweredClaims = 100;
    call.session.started("MZ1", "CA1");

    call.pass(10_500);
    call.engine.events.ready();

    assertThat(call.line.closed).isEmpty();
    assertThat(call.engine.responsesAbout(CallOnTable.GREETING)).isOne();
  }

  @Test
  void aWorkerThatStaysAwayLeavesTheCallToAnotherBridge() {
    call.desk.unansweredClaims = 10_000;
    call.session.started("MZ1", "CA1");

    call.pass(20_500);

    assertThat(call.line.closed).containsExactly(1013);
    assertThat(call.closedTimes()).isOne();
  }

  @Test
  void aRefusedStreamIsClosedAndNothingIsSaid() {
    call.desk.grant = new StreamGrant.Refused("TOKEN_USED");
    call.session.started("MZ1", "CA1");
    call.settle();

    assertThat(call.line.closed).containsExactly(1008);
    assertThat(call.engine.asked).containsExactly("close");
    assertThat(call.closedTimes()).isOne();
  }

  @Test
  void whoHangsUpDuringTheClaimIsStillReported() {
    call.session.started("MZ1", "CA1");
    call.session.stopped();
    call.line.cut();
    call.session.lost();

    call.settle();

    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.PERSON_HUNG_UP);
    assertThat(call.closedTimes()).isOne();
  }
}
