package dev.carillon.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.carillon.bridge.engine.EngineEvents;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BargeInTest {
  private final CallOnTable call = new CallOnTable().begin();

  @Test
  void theAgentFallsSilentAndTheEngineLearnsWhatWasHeard() {
    call.engine.says("i1", 4_000, "one two three four");
    call.pass(1_000);

    call.engine.events.personBegan();

    assertThat(call.line.clears()).isOne();
    assertThat(heardMs("i1")).isCloseTo(1_000, within(60));
  }

  @Test
  void thePositionIsRightOnASlowNetworkToo() {
    var slow = new CallOnTable(CallOnTable.brief(List.of(), false), Duration.ofMillis(40)).begin();
    slow.engine.says("i1", 4_000, "one two three four");
    slow.pass(1_500);

    slow.engine.events.personBegan();

    assertThat(heardMs(slow, "i1")).isCloseTo(1_460, within(60));
  }

  @Test
  void theTranscriptEndsWhereThePersonCutIn() {
    call.engine.says("i1", 4_000, "one two three four five six seven eight");
    call.pass(2_000);

    call.personSays("Wait a moment", 300);

    assertThat(call.journal.transcript())
        .containsExactly("AGENT: one two three four~", "PERSON: Wait a moment");
  }

  @Test
  void lateSpeechOfTheOldAnswerIsNotPlayed() {
    call.engine.begins();
    call.engine.audio("r1", "i1", 1_000);
    call.pass(300);
    call.engine.events.personBegan();
    long taken = call.line.takenMs();

    call.engine.audio("r1", "i1", 500);
    call.engine.endsWith(EngineEvents.Ending.CANCELLED);
    call.engine.audio("r1", "i1", 500);
    call.pass(500);

    assertThat(call.line.takenMs()).isEqualTo(taken);
  }

  @Test
  void itCountsWhatIsPlayedNotWhatIsGenerated() {
    call.engine.says("i1", 4_000, "generated long ago");
    call.pass(3_900);

    call.engine.events.personBegan();

    assertThat(call.line.clears()).isOne();
  }

  @Test
  void nothingIsClearedWhenTheAgentWasHeardOut() {
    call.engine.says("i1", 500, "short");
    call.pass(800);

    call.personSays("Yes", 400);

    assertThat(call.line.clears()).isZero();
    assertThat(call.journal.transcript()).containsExactly("AGENT: short", "PERSON: Yes");
  }

  @Test
  void anItemThatWasNeverHeardIsTakenBackWhole() {
    call.engine.begins();
    call.engine.speaks("i1", 2_000, "first");
    call.engine.speaks("i2", 2_000, "second");
    call.engine.ends();
    call.pass(500);

    call.engine.events.personBegan();

    assertThat(heardMs("i2")).isZero();
    assertThat(call.journal.transcript()).noneMatch(line -> line.contains("second"));
  }

  @Test
  void anAnswerThatHasNotBegunToSoundIsNotPlayedAnyMore() {
    call.engine.begins();

    call.engine.events.personBegan();
    call.engine.audio("r1", "i1", 500);

    assertThat(call.line.takenMs()).isZero();
  }

  @Test
  void theNextAnswerIsHeard() {
    call.engine.says("i1", 4_000, "one two three four");
    call.pass(500);
    call.personSays("Who is this?", 600);

    call.engine.says("i2", 1_000, "This is the assistant.");
    call.pass(1_100);

    assertThat(call.journal.transcript()).last().isEqualTo("AGENT: This is the assistant.");
  }

  private int heardMs(String item) {
    return heardMs(call, item);
  }

  private static int heardMs(CallOnTable of, String item) {
    return of.engine.asked.stream()
        .filter(asked -> asked.startsWith("heard " + item + " "))
        .map(asked -> Integer.parseInt(asked.substring(asked.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElse(-1);
  }
}
