package dev.carillon.bridge.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.faculty.Message;
import dev.carillon.call.ToolUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialogueTest {
  private final Dialogue dialogue = new Dialogue();

  @Test
  void aToolThatStillRunsHasAnAnswerAllTheSame() {
    var entry = dialogue.agentBegins();
    entry.wants(new ToolUse("c1", "confirm_appointment", "{}"));

    assertThat(dialogue.messages(""))
        .containsExactly(
            new Message.Agent("", List.of(new ToolUse("c1", "confirm_appointment", "{}"))),
            new Message.ToolAnswer("c1", "{\"pending\":true}"));

    dialogue.toolAnswered("c1", "{\"confirmed\":true}");

    assertThat(dialogue.messages("").getLast())
        .isEqualTo(new Message.ToolAnswer("c1", "{\"confirmed\":true}"));
  }

  @Test
  void onlyWhatWasHeardOfTheAgentCounts() {
    var entry = dialogue.agentBegins();
    entry.says("Your appointment is tomorrow at ten.");
    entry.sounds(16_000);
    entry.sounded();

    entry.heardOnly(1_000);

    assertThat(dialogue.messages(""))
        .containsExactly(new Message.Agent("Your appointment", List.of()));
  }

  @Test
  void whatTheVoiceWasGivenAndNeverSaidWasNotHeard() {
    var entry = dialogue.agentBegins();
    entry.says("Good morning.");
    entry.says("You are booked for tomorrow at ten.");
    entry.sounds(8_000);
    entry.sounded();

    entry.stopped();
    entry.heardOnly(1_000);

    assertThat(dialogue.messages(""))
        .containsExactly(new Message.Agent("Good morning.", List.of()));
  }

  @Test
  void whatWasHeardToItsEndStaysWhole() {
    var entry = dialogue.agentBegins();
    entry.says("Good morning.");
    entry.sounds(8_000);
    entry.sounded();

    entry.heardOnly(1_000);

    assertThat(dialogue.messages(""))
        .containsExactly(new Message.Agent("Good morning.", List.of()));
  }

  @Test
  void whatNobodyHeardWasNotSaid() {
    dialogue.personSaid("Hello?");
    var entry = dialogue.agentBegins();
    entry.says("Good morning.");

    entry.stopped();

    assertThat(dialogue.messages("")).containsExactly(new Message.Person("Hello?"));
  }

  @Test
  void anInstructionIsForOneRequestAlone() {
    dialogue.personSaid("Hello?");

    assertThat(dialogue.messages("Say goodbye."))
        .containsExactly(new Message.Person("Hello?"), new Message.Instruction("Say goodbye."));
    assertThat(dialogue.messages("")).containsExactly(new Message.Person("Hello?"));
  }
}
