package dev.carillon.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.EngineEvents;
import dev.carillon.call.Instruction;
import dev.carillon.call.ToolUse;
import org.junit.jupiter.api.Test;

class SafeguardTest {
  private static final String DIAL =
      "This sounds like an emergency. Please hang up now and dial 911.";

  private final CallOnTable call = new CallOnTable().greeted();

  @Test
  void anOptOutIsActedOnAlthoughTheModelUsesNoTool() {
    call.personSays("Please stop calling me.", 900);
    call.pass(20);

    assertThat(call.desk.uses).containsExactly(new ToolUse("spoken-opt-out", "opt_out", "{}"));
    assertThat(call.journal.events).contains("opt_out_heard");
  }

  @Test
  void anOptOutSaidTwiceIsActedOnOnce() {
    call.personSays("Please stop calling me.", 900);
    call.engine.says("i1", 300, "I understand.");
    call.pass(400);
    call.personSays("I said stop calling me!", 900);
    call.pass(20);

    assertThat(call.desk.uses).hasSize(1);
  }

  @Test
  void whoSpeaksOfAnEmergencyIsToldToDialAtOnce() {
    call.engine.begins();
    call.engine.speaks("i1", 3_000, "Your appointment is on Monday.");
    call.pass(300);

    call.personSays("I'm having a heart attack.", 900);
    call.engine.endsWith(EngineEvents.Ending.CANCELLED);
    call.settle();

    assertThat(call.engine.responsesAbout(DIAL)).isOne();
    assertThat(call.desk.uses).extracting(ToolUse::name).containsExactly("escalate");
    assertThat(call.journal.events).contains("emergency_heard");
  }

  @Test
  void anOrdinaryAnswerMakesNobodyAct() {
    call.personSays("I will stop by tomorrow.", 900);
    call.pass(20);

    assertThat(call.desk.uses).isEmpty();
    assertThat(call.engine.responsesAbout(DIAL)).isZero();
  }

  @Test
  void whatAMachineSaysIsNobodysWish() {
    call.told(new Instruction.MachineAnswered());
    call.personSays("Please stop calling me and leave a message after the tone.", 900);
    call.pass(20);

    assertThat(call.desk.uses).isEmpty();
  }
}
