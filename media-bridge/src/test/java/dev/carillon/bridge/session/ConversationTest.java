package dev.carillon.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.call.StreamEnd;
import dev.carillon.call.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationTest {

  @Test
  void theAgentOpensWithTheGreetingWordForWord() {
    var call = new CallOnTable().begin();

    assertThat(call.engine.responsesAbout(CallOnTable.GREETING)).isOne();
  }

  @Test
  void aResumedCallIsNotGreetedAgain() {
    var before =
        List.of(
            new TranscriptLine(1, Instant.EPOCH, TranscriptLine.Speaker.AGENT, "Hello", false),
            new TranscriptLine(2, Instant.EPOCH, TranscriptLine.Speaker.PERSON, "Yes", false));
    var call = new CallOnTable(CallOnTable.brief(before, false), Duration.ZERO).begin();

    call.engine.says("i1", 500, "Where were we?");
    call.pass(600);
    call.session.stopped();
    call.pass(100);

    assertThat(call.engine.responsesAbout(CallOnTable.GREETING)).isZero();
    assertThat(call.journal.lines).extracting(TranscriptLine::seq).containsExactly(3);
    assertThat(call.end().lines()).isEqualTo(3);
    assertThat(call.end().personSpoke()).isTrue();
  }

  @Test
  void theAgentsGoodbyeIsHeardToItsLastSyllable() {
    var call = new CallOnTable().greeted();
    call.engine.begins();
    call.engine.speaks("i1", 1_500, "Goodbye.");
    call.tool("c1", "end_call");
    call.engine.ends();

    call.pass(1_400);
    assertThat(call.desk.ends).isEmpty();

    call.pass(200);
    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.AGENT_ENDED);
    assertThat(call.end().hangUp()).isTrue();
    assertThat(call.journal.transcript()).last().isEqualTo("AGENT: Goodbye.");
  }

  @Test
  void anAgentThatHangsUpWithoutAWordIsMadeToSayGoodbye() {
    var call = new CallOnTable().greeted();
    call.engine.begins();
    call.tool("c1", "end_call");
    call.engine.ends();
    call.settle();
    assertThat(call.engine.responsesAbout("goodbye")).isOne();

    call.engine.says("i1", 600, "Bye.");
    call.pass(700);

    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.AGENT_ENDED);
  }

  @Test
  void aPersonWhoSpeaksDuringTheGoodbyeKeepsTheCall() {
    var call = new CallOnTable().greeted();
    call.engine.begins();
    call.engine.speaks("i1", 2_000, "Goodbye.");
    call.tool("c1", "end_call");
    call.engine.ends();
    call.pass(500);

    call.personSays("One more thing", 500);
    call.engine.says("i2", 500, "Of course.");
    call.pass(2_000);

    assertThat(call.desk.ends).isEmpty();
  }

  @Test
  void thePersonsGoodbyeEndsTheCallOnceItIsAnswered() {
    var call = new CallOnTable().greeted();
    call.personSays("Thank you, bye.", 500);
    call.engine.says("i1", 800, "Have a nice day.");

    call.pass(900);
    assertThat(call.desk.ends).isEmpty();

    call.pass(1_700);
    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.AGENT_ENDED);
  }

  @Test
  void theLongestCallEndsWithAGoodbye() {
    var call = new CallOnTable().greeted();
    for (int i = 0; i < 74; i++) {
      call.personSays("And so on", 2_000);
      call.engine.says("i" + (i + 1), 1_500, "I see.");
      call.pass(2_020);
    }
    call.pass(1_900);

    assertThat(call.engine.responsesAbout("time for this call is over")).isOne();
    call.engine.says("bye", 1_000, "Goodbye.");
    call.pass(1_100);
    assertThat(call.end().reason()).isEqualTo(StreamEnd.Reason.TIME_LIMIT);
  }

  @Test
  void wordsOfThePersonKeepTheirPlaceHoweverLateTheyCome() {
    var call = new CallOnTable().greeted();
    call.engine.events.personBegan();
    call.pass(500);
    call.engine.events.personStopped();
    call.engine.events.turnTaken("t1");
    call.engine.says("i1", 500, "Good.");
    call.pass(600);

    call.engine.events.turnText("t1", "Yes");

    assertThat(call.journal.transcript())
        .containsExactly("AGENT: " + CallOnTable.GREETING, "PERSON: Yes", "AGENT: Good.");
  }
}
