package dev.carillon.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.call.StreamEnd;
import org.junit.jupiter.api.Test;

class IdleTest {
  private final CallOnTable call = new CallOnTable().greeted();

  @Test
  void whoeverIsSilentIsAskedTwiceAndThenLeftAlone() {
    asksAfterEightSeconds("i1");
    asksAfterEightSeconds("i2");
    call.pass(8_100);
    assertThat(call.engine.responsesAbout("goodbye")).isOne();
    call.engine.says("i3", 500, "Goodbye.");
    call.pass(600);

    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.SILENCE);
    assertThat(call.end().hangUp()).isTrue();
    assertThat(call.end().personSpoke()).isFalse();
  }

  @Test
  void theSilenceBeginsWhenTheAgentWasHeardNotWhenItsSpeechWasMade() {
    call.engine.says("i1", 6_000, "A long explanation.");

    call.pass(13_500);
    assertThat(asked()).isZero();

    call.pass(700);
    assertThat(asked()).isOne();
  }

  @Test
  void nobodyIsAskedWhileSpeaking() {
    call.pass(7_000);
    call.engine.events.personBegan();
    call.pass(6_000);

    assertThat(asked()).isZero();
  }

  @Test
  void aLineThatIsNoisyForEverIsNotTakenForAPerson() {
    call.pass(1_000);
    call.engine.events.personBegan();
    call.pass(21_500);

    call.engine.events.turnTaken("t1");
    call.pass(1_200);

    assertThat(asked()).isOne();
  }

  @Test
  void wordsBeginTheCountAnew() {
    asksAfterEightSeconds("i1");
    asksAfterEightSeconds("i2");
    call.personSays("I am here", 500);
    call.engine.says("i3", 500, "Good.");
    call.pass(600);

    call.pass(8_100);

    assertThat(asked()).isEqualTo(3);
  }

  private void asksAfterEightSeconds(String item) {
    long before = asked();
    call.pass(8_100);
    assertThat(asked()).isEqualTo(before + 1);
    call.engine.says(item, 500, "Are you still there?");
    call.pass(600);
  }

  private long asked() {
    return call.engine.responsesAbout("whether they are there");
  }
}
