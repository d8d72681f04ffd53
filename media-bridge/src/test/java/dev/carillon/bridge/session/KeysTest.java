package dev.carillon.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.call.TranscriptLine;
import org.junit.jupiter.api.Test;

class KeysTest {

  @Test
  void keysInARowAreOneInputThatIsWrittenDownAndAnswered() {
    var call = new CallOnTable().greeted();

    call.session.pressed('2');
    call.pass(1_000);
    call.session.pressed('4');
    call.pass(1_400);
    assertThat(call.engine.asked).noneMatch(asked -> asked.startsWith("typed"));
    call.pass(200);

    assertThat(call.engine.asked).containsSubsequence("typed (pressed 2 4)", "respond ");
    var last = call.journal.lines.getLast();
    assertThat(last.who()).isEqualTo(TranscriptLine.Speaker.PERSON);
    assertThat(last.text()).isEqualTo("(pressed 2 4)");
  }

  @Test
  void theHashEndsAnInputAtOnce() {
    var call = new CallOnTable().greeted();

    call.session.pressed('9');
    call.session.pressed('#');

    assertThat(call.engine.asked).contains("typed (pressed 9 #)");
  }

  @Test
  void whoPressesAKeyInterruptsTheAgent() {
    var call = new CallOnTable().greeted();
    call.engine.begins();
    call.engine.speaks("i1", 4_000, "Our opening hours are long.");
    call.pass(1_000);

    call.session.pressed('#');

    assertThat(call.engine.asked).anyMatch(asked -> asked.startsWith("heard i1 "));
    assertThat(call.engine.asked).contains("stop", "typed (pressed #)");
    call.engine.ends();
    call.settle();
    assertThat(call.engine.asked).endsWith("respond ");
  }

  @Test
  void keysCountAsAWordOfThePersonEvenWhenTheyHangUpAtOnce() {
    var call = new CallOnTable().greeted();

    call.session.pressed('1');
    call.session.stopped();
    call.settle();
    call.pass(100);

    assertThat(call.journal.lines.getLast().text()).isEqualTo("(pressed 1)");
    assertThat(call.end().personSpoke()).isTrue();
  }
}
