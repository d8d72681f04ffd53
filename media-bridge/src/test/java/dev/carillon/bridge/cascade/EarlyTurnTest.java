package dev.carillon.bridge.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.faculty.Message;
import dev.carillon.call.ToolUse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EarlyTurnTest {
  private final CascadeOnTable table = new CascadeOnTable();

  @BeforeEach
  void somebodySpeaks() {
    table.ears.getLast().personBegan();
    table.events.events.clear();
  }

  @Test
  void theModelBeginsToThinkBeforeTheTurnIsCertainlyOver() {
    table.ears.getLast().earlyTurn("Who is this?");

    assertThat(table.conversations.getLast()).endsWith(new Message.Person("Who is this?"));
    assertThat(table.events.events).isEmpty();
  }

  @Test
  void nothingIsSaidOrDoneBeforeTheTurnIsOver() {
    table.ears.getLast().earlyTurn("I will be there.");
    table.minds.getLast().text("Good. See you then.");
    table.minds.getLast().tool(new ToolUse("c1", "confirm_appointment", "{}"));
    table.minds.getLast().thought();

    assertThat(table.asked).isEmpty();
    assertThat(table.events.events).isEmpty();
  }

  @Test
  void whatWasThoughtOfIsSaidAtOnceWhenTheTurnIsOver() {
    table.ears.getLast().earlyTurn("Who is this?");
    table.minds.getLast().text("This is the garage. How");

    table.ears.getLast().turn("Who is this?");
    table.minds.getLast().text(" are you?");
    table.minds.getLast().thought();

    assertThat(table.conversations).hasSize(1);
    assertThat(table.asked)
        .containsExactly("say This is the garage.", "flush", "say How are you?", "flush");
    assertThat(table.events.events)
        .startsWith(
            "personStopped", "turn turn-1", "turnText turn-1 Who is this?", "began answer-1");
  }

  @Test
  void aToolThatWasThoughtOfEarlyIsUsedWhenTheTurnIsOver() {
    table.ears.getLast().earlyTurn("I will be there.");
    table.minds.getLast().tool(new ToolUse("c1", "confirm_appointment", "{}"));
    table.minds.getLast().thought();

    table.ears.getLast().turn("I will be there.");

    assertThat(table.events.events)
        .endsWith(
            "tool c1 confirm_appointment {}", "audioDone speech-1", "ended answer-1 COMPLETED");
  }

  @Test
  void whoGoesOnSpeakingIsNotAnsweredWithWhatWasThoughtOf() {
    table.ears.getLast().earlyTurn("I will");
    table.minds.getLast().text("You will what? ");
    table.ears.getLast().turnResumed();
    assertThat(table.asked).containsExactly("cancel");

    table.ears.getLast().earlyTurn("I will be there.");
    table.ears.getLast().turn("I will be there.");
    table.minds.getLast().text("Good. See");

    assertThat(table.asked).containsExactly("cancel", "say Good.", "flush");
  }

  @Test
  void otherWordsThanThoseExpectedAreThoughtAboutAfresh() {
    table.ears.getLast().earlyTurn("I will");
    table.ears.getLast().turn("I will not.");

    assertThat(table.asked).containsExactly("cancel");
    assertThat(table.conversations).hasSize(2);
    assertThat(table.conversations.getLast())
        .endsWith(new Message.Person("I will not."))
        .doesNotContain(new Message.Person("I will"));
  }

  @Test
  void aThoughtThatFailedEarlyIsTriedAgainAtTheTurnsEnd() {
    table.ears.getLast().earlyTurn("Who is this?");
    table.minds.getLast().mindLost("http_503");
    assertThat(table.events.events).isEmpty();

    table.ears.getLast().turn("Who is this?");

    assertThat(table.conversations).hasSize(2);
    assertThat(table.events.events).doesNotContain("failed mind_http_503");
  }

  @Test
  void whatTheBridgeWantsToSayComesBeforeADraft() {
    table.ears.getLast().earlyTurn("Hello?");

    table.engine.respond(Prompt.exactly("Say exactly this: ", "Please hang up."));
    table.ears.getLast().turn("Hello?");

    assertThat(table.asked).startsWith("cancel", "say Please hang up.", "flush");
    assertThat(table.conversations).hasSize(1);
  }
}
