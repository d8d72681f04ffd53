package dev.carillon.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.call.StreamEnd;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineChainTest {
  private final CallOnTable call =
      new CallOnTable(
          CallOnTable.brief(List.of(), false, List.of("openai-realtime", "spare")), Duration.ZERO);

  @Test
  void theNextEngineTakesOverWhenTheFirstIsLost() {
    call.greeted();

    call.engine.events.failed("closed_1011");
    call.spare.events.ready();
    call.settle();

    assertThat(call.spare.asked).contains("begin");
    assertThat(call.spare.begun.getLast().heardSoFar())
        .extracting(line -> line.text())
        .containsExactly(CallOnTable.GREETING);
    assertThat(call.desk.ends).isEmpty();
  }

  @Test
  void whoWasHeardOutIsNotSpokenToAgain() {
    call.greeted();

    call.engine.events.failed("closed_1011");
    call.spare.events.ready();
    call.pass(500);

    assertThat(call.spare.responsesAbout("")).isZero();
  }

  @Test
  void anAnswerThatIsOwedIsGivenByTheNextEngine() {
    call.greeted();
    call.personSays("I will be there.", 900);

    call.engine.events.failed("closed_1011");
    call.spare.events.ready();
    call.pass(100);

    assertThat(call.spare.responsesAbout("repeat nothing")).isOne();
    assertThat(call.spare.begun.getLast().heardSoFar().getLast().text())
        .isEqualTo("I will be there.");
  }

  @Test
  void whatThePersonIsSayingIsHeardByTheNextEngine() {
    call.greeted();
    call.engine.events.personBegan();
    call.pass(600);

    call.engine.events.failed("closed_1011");

    assertThat(call.spare.heardFrames()).isBetween(30, 60);
  }

  @Test
  void anEngineThatRefusesIsReplacedBeforeAnybodyNotices() {
    call.engine.events.failed("http_503");

    call.session.started("MZ1", "CA1");
    call.settle();
    call.spare.events.ready();
    call.settle();

    assertThat(call.spare.responsesAbout(CallOnTable.GREETING)).isOne();
  }

  @Test
  void anEngineThatDoesNotBecomeReadyIsPassedOver() {
    call.session.started("MZ1", "CA1");
    call.settle();

    call.pass(3_100);

    assertThat(call.spare.asked).contains("begin");
    assertThat(call.engine.asked).contains("close");
  }

  @Test
  void theLossOfTheLastEngineEndsTheCall() {
    call.greeted();
    call.engine.events.failed("closed_1011");
    call.spare.events.ready();

    call.spare.events.failed("http_500");
    call.pass(3_000);

    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.ENGINE_FAILED);
  }

  @Test
  void theAnswerToALostEnginesToolReachesTheNextOneInWords() {
    call.greeted();
    call.desk.toolsHang = true;
    call.tool("c1", "confirm_appointment");

    call.engine.events.failed("closed_1011");
    call.spare.events.ready();
    call.desk.toolsHang = false;
    call.pass(1_200);

    assertThat(call.spare.responsesAbout("has answered")).isOne();
  }

  @Test
  void whatWasMutedOfALostEngineMutesNothingOfTheNext() {
    call.greeted();
    var old = call.engine.begins();
    call.engine.events.personBegan();
    call.engine.events.failed("closed_1011");
    call.spare.events.ready();

    call.spare.events.responseBegan(old);
    call.spare.audio(old, "i1", 200);
    call.pass(100);

    assertThat(call.line.takenMs()).isGreaterThan(2_000);
  }

  @Test
  void enginesThatCountAlikeAreToldApart() {
    call.greeted();
    call.engine.begins();
    call.engine.audio("r2", "speech-1", 400);
    call.engine.events.failed("closed_1011");
    call.spare.events.ready();
    call.settle();

    call.spare.says("speech-1", 300, "Sorry.");
    call.pass(1_500);

    assertThat(call.journal.lines).extracting(line -> line.text()).contains("Sorry.");
  }

  @Test
  void lateEventsOfALostEngineAreNotHeard() {
    call.greeted();
    var old = call.engine.events;

    old.failed("closed_1011");
    call.spare.events.ready();
    call.engine.audio("r9", "i9", 100);
    call.pass(100);

    assertThat(call.journal.lines).hasSize(1);
  }

  @Test
  void anEngineThatOwesAnAnswerForTooLongIsReplaced() {
    call.greeted();
    call.personSays("I will be there.", 900);

    call.engine.events.stalled("mind_stalled", Duration.ZERO);
    call.spare.events.ready();
    call.pass(100);

    assertThat(call.engine.asked).contains("close");
    assertThat(call.spare.responsesAbout("repeat nothing")).isOne();
  }

  @Test
  void whatAnEngineTookNoNoticeOfIsHeardByTheNext() {
    call.greeted();
    call.pass(3_000);

    call.engine.events.stalled("ears_stalled", Duration.ofMillis(1_800));
    call.spare.events.ready();
    call.pass(100);

    assertThat(call.spare.heardFrames()).isBetween(110, 125);
    assertThat(call.spare.responsesAbout("repeat nothing")).isZero();
  }

  @Test
  void theLastEngineMayTakeItsTime() {
    call.greeted();
    call.engine.events.failed("closed_1011");
    call.spare.events.ready();

    call.spare.events.stalled("mind_stalled", Duration.ZERO);
    call.pass(100);

    assertThat(call.spare.asked).doesNotContain("close");
    assertThat(call.desk.ends).isEmpty();
  }
}
