package dev.carillon.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.call.ToolUse;
import org.junit.jupiter.api.Test;

class ToolsTest {
  private final CallOnTable call = new CallOnTable().greeted();

  @Test
  void aToolIsRunAndAnsweredOnlyWhenItsResponseIsOver() {
    call.engine.begins();
    call.tool("c1", "confirm_appointment");

    assertThat(call.desk.uses).containsExactly(new ToolUse("c1", "confirm_appointment", "{}"));
    assertThat(call.engine.asked).contains("tool c1 {\"ok\":true}");
    assertThat(call.engine.responsesAbout("")).isOne();

    call.engine.ends();
    assertThat(call.engine.responsesAbout("")).isEqualTo(2);
    assertThat(call.journal.transcript()).contains("TOOL: confirm_appointment: done");
  }

  @Test
  void theSameToolCallTwiceRunsOnce() {
    call.desk.toolsHang = true;
    call.engine.begins();
    call.tool("c1", "opt_out");
    call.tool("c1", "opt_out");

    assertThat(call.desk.uses).hasSize(1);
  }

  @Test
  void severalToolsAreAnsweredWithOneResponse() {
    call.engine.begins();
    call.engine.events.toolWanted(new ToolUse("c1", "look_up_customer", "{}"));
    call.engine.events.toolWanted(new ToolUse("c2", "get_available_slots", "{}"));
    call.engine.ends();

    call.settle();

    assertThat(call.engine.responsesAbout("")).isEqualTo(2);
  }

  @Test
  void aToolThatFindsTheAgentSpeakingWaitsForTheEndOfTheSentence() {
    call.engine.begins();
    call.tool("c1", "confirm_appointment");
    call.engine.audio("r2", "i1", 800);

    assertThat(call.engine.responsesAbout("")).isOne();

    call.engine.ends();
    assertThat(call.engine.responsesAbout("")).isEqualTo(2);
  }

  @Test
  void theCallerHearsAFewWordsWhenAToolTakesLong() {
    call.desk.toolsHang = true;
    call.engine.begins();
    call.tool("c1", "book_appointment");
    call.engine.ends();

    call.pass(600);
    assertThat(call.engine.responsesAbout("patience")).isZero();
    call.pass(200);
    assertThat(call.engine.responsesAbout("patience")).isOne();
  }

  @Test
  void aToolThatNeverAnswersBecomesAnErrorTheAgentCanSpeakOf() {
    call.desk.toolsHang = true;
    call.engine.begins();
    call.tool("c1", "book_appointment");
    call.engine.ends();

    call.pass(8_100);

    assertThat(call.engine.asked)
        .anyMatch(asked -> asked.startsWith("tool c1 ") && asked.contains("timed_out"));
    assertThat(call.journal.transcript()).contains("TOOL: book_appointment: not done (timed_out)");
  }

  @Test
  void aLateAnswerAfterTheErrorIsDropped() {
    call.desk.toolsHang = true;
    call.engine.begins();
    call.tool("c1", "book_appointment");
    call.engine.ends();
    call.pass(8_100);

    call.desk.toolsHang = false;
    call.pass(100);

    assertThat(call.engine.asked.stream().filter(asked -> asked.startsWith("tool c1"))).hasSize(1);
  }

  @Test
  void aRefusedToolIsWrittenDownAsNotDone() {
    call.desk.toolAnswer = "{\"error\":\"slot_taken\"}";
    call.engine.begins();

    call.tool("c1", "book_appointment");

    assertThat(call.journal.transcript()).contains("TOOL: book_appointment: not done (slot_taken)");
  }

  @Test
  void aResponseThatSawTheResultNeedsNoSecondOne() {
    call.engine.events.personBegan();
    call.tool("c1", "confirm_appointment");
    call.engine.events.toolResultTaken();
    call.engine.events.personStopped();
    call.engine.events.turnTaken("t1");

    call.engine.begins();
    call.engine.ends();

    assertThat(call.engine.responsesAbout("")).isOne();
  }
}
