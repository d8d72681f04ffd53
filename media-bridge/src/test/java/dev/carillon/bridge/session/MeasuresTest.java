package dev.carillon.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.Usage;
import dev.carillon.call.Instruction;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  @Test
  void anAnswerIsMeasuredFromTheEndOfTheQuestion() {
    var call = new CallOnTable().greeted();
    call.personSays("Where can I park?", 900);

    call.pass(640);
    call.engine.says("i1", 1_000, "Behind the building.");

    assertThat(call.measured).containsExactly("answered 640");
    assertThat(call.journal.events).contains("turn_measured");
  }

  @Test
  void aWordIntoTheSilenceIsNoAnswer() {
    var call = new CallOnTable().greeted();

    call.pass(2_000);
    call.engine.says("i1", 1_000, "Are you there?");

    assertThat(call.measured).isEmpty();
  }

  @Test
  void anInterruptionIsMeasuredUntilTheLineIsSilent() {
    var call = new CallOnTable().begin();
    call.engine.says("i0", 3_000, CallOnTable.GREETING);
    call.pass(500);

    call.engine.events.personBegan();

    assertThat(call.measured).containsExactly("gave way");
  }

  @Test
  void whatAProviderCountsIsPassedOn() {
    var call = new CallOnTable().greeted();

    call.engine.events.used(new Usage("openai", "gpt-realtime", "output_audio_tokens", 120));
    call.engine.events.used(new Usage("openai", "gpt-realtime", "cached_text_tokens", 0));

    assertThat(call.measured).containsExactly("openai output_audio_tokens 120");
    assertThat(call.journal.events).contains("usage_counted");
  }

  @Test
  void somebodyOfTheBusinessSpeaksThroughTheAgent() {
    var call = new CallOnTable().greeted();

    call.told(new Instruction.Say("We close at six today.", true));

    assertThat(call.engine.asked)
        .contains("respond Say exactly this, word for word: We close at six today.");
    assertThat(call.journal.transcript()).contains("TOOL: operator_says: done");
  }
}
