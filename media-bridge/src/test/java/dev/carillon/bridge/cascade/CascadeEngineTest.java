package dev.carillon.bridge.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.Prompt;
import dev.carillon.bridge.faculty.Message;
import dev.carillon.call.ToolUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class CascadeEngineTest {
  private final CascadeOnTable table = new CascadeOnTable();

  @Test
  void itIsReadyWhenItHearsAndSpeaks() {
    table.ears.getLast().listening();
    assertThat(table.events.events).isEmpty();

    table.voices.getLast().canSpeak();

    assertThat(table.events.events).containsExactly("ready");
  }

  @Test
  void aTurnIsAnsweredAtOnce() {
    table.ears.getLast().personBegan();
    table.ears.getLast().turn("Who is this?");
    table.minds.getLast().text("This is the garage. ");
    table.voiceMakes(160);

    assertThat(table.events.events)
        .containsExactly(
            "personBegan",
            "personStopped",
            "turn turn-1",
            "turnText turn-1 Who is this?",
            "began answer-1",
            "words speech-1 This is the garage. ",
            "audio answer-1 speech-1 " + CascadeOnTable.base64(160));
    assertThat(table.conversations.getFirst())
        .containsExactly(new Message.Instruction("Be kind."), new Message.Person("Who is this?"));
  }

  @Test
  void theFirstSentenceIsSpokenBeforeTheSecondIsThoughtOf() {
    table.ears.getLast().turn("Hello?");

    table.minds.getLast().text("Good morning. Your");

    assertThat(table.asked).containsExactly("say Good morning.", "flush");
  }

  @Test
  void anAnswerEndsWhenItsLastSoundHasCome() {
    table.ears.getLast().turn("Hello?");
    table.minds.getLast().text("Good morning. Who is there?");
    table.minds.getLast().thought();
    table.voices.getLast().flushed();
    assertThat(table.events.events).doesNotContain("ended answer-1 COMPLETED");

    table.voices.getLast().flushed();

    assertThat(table.events.events).endsWith("audioDone speech-1", "ended answer-1 COMPLETED");
  }

  @Test
  void whoBeginsToSpeakStopsTheAnswer() {
    table.ears.getLast().turn("Hello?");
    table.minds.getLast().text("Good morning, this is the garage. And");

    table.ears.getLast().personBegan();

    assertThat(table.asked).endsWith("cancel", "clear");
    assertThat(table.events.events).endsWith("personBegan", "ended answer-1 CANCELLED");
  }

  @Test
  void whatWasCutIsKeptOnlyAsFarAsItWasHeard() {
    table.ears.getLast().turn("Hello?");
    table.minds.getLast().text("Your appointment is tomorrow at ten. And");
    table.voiceMakes(16_000);
    table.voices.getLast().flushed();
    table.ears.getLast().personBegan();
    table.engine.heardOnly("speech-1", 1_000);

    table.ears.getLast().turn("Yes.");

    assertThat(table.conversations.getLast())
        .contains(new Message.Agent("Your appointment", List.of()), new Message.Person("Yes."));
  }

  @Test
  void aToolIsAskedForWhenTheAnswerIsWhole() {
    table.ears.getLast().turn("I will be there.");
    table.minds.getLast().tool(new ToolUse("c1", "confirm_appointment", "{}"));
    table.minds.getLast().thought();
    table.engine.toolAnswered("c1", "{\"confirmed\":true}");
    table.engine.respond(Prompt.AFTER_TOOLS);

    assertThat(table.events.events)
        .containsSubsequence(
            "tool c1 confirm_appointment {}", "ended answer-1 COMPLETED", "toolResultTaken");
    assertThat(table.conversations.getLast())
        .endsWith(new Message.ToolAnswer("c1", "{\"confirmed\":true}"));
  }

  @Test
  void exactWordsAreSpokenAsTheyAre() {
    table.engine.respond(Prompt.exactly("Say exactly this: ", "Good morning. This is an AI."));

    assertThat(table.asked).containsExactly("say Good morning. This is an AI.", "flush");
    assertThat(table.conversations).isEmpty();
  }

  @Test
  void whileTurnsAreHeldNobodyIsAnsweredOrInterrupted() {
    table.engine.respond(Prompt.exactly("Say exactly this: ", "Please call us back."));
    table.engine.holdTurns(true);

    table.ears.getLast().personBegan();
    table.ears.getLast().turn("Leave a message.");

    assertThat(table.conversations).isEmpty();
    assertThat(table.asked).doesNotContain("clear");
    assertThat(table.events.events).contains("turnText turn-1 Leave a message.");
  }

  @Test
  void oneLostPartIsTheLossOfAll() {
    table.ears.getLast().earsLost("http_503");
    table.voices.getLast().voiceLost("closed_1011");

    assertThat(table.events.events).containsExactly("failed ears_http_503");
    assertThat(table.asked).contains("voice closed");
  }

  @Test
  void aSecondAnswerIsRefusedWhileOneIsUnderWay() {
    table.ears.getLast().turn("Hello?");

    table.engine.respond(Prompt.going(""));

    assertThat(table.events.events).endsWith("refused");
    assertThat(table.conversations).hasSize(1);
  }
}
