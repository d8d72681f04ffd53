package dev.carillon.bridge.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.carillon.bridge.engine.Prompt;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeptPhrasesTest {
  private static final Prompt GREETING = Prompt.exactly("Say exactly this: ", "Good morning.");

  private final KeptPhrases phrases = new KeptPhrases();

  @Test
  void aPhraseIsMadeOnceForAllCalls() {
    say(new CascadeOnTable(phrases), GREETING);
    var next = new CascadeOnTable(phrases);

    next.engine.respond(GREETING);
    next.settle();

    assertThat(next.asked).isEmpty();
    assertThat(next.events.events)
        .containsExactly(
            "began answer-1",
            "words speech-1 Good morning. ",
            "audio answer-1 speech-1 " + CascadeOnTable.base64(480),
            "audioDone speech-1",
            "ended answer-1 COMPLETED");
  }

  @Test
  void whatTheModelSaysOfTheBridgesAccordIsKeptToo() {
    var table = new CascadeOnTable(phrases);
    for (int time = 0; time < 2; time++) {
      table.engine.respond(Prompt.saying("Ask for a moment of patience."));
      table.minds.getLast().text("One moment.");
      table.minds.getLast().thought();
      table.settle();
      if (time == 0) {
        table.voiceMakes(480);
        table.voices.getLast().flushed();
      }
    }

    assertThat(table.asked).containsExactly("say One moment.", "flush");
    assertThat(table.events.events).endsWith("audioDone speech-2", "ended answer-2 COMPLETED");
  }

  @Test
  void whatIsSaidInTheConversationIsNotKept() {
    var table = new CascadeOnTable(phrases);
    table.ears.getLast().turn("Hello?");
    table.minds.getLast().text("Good morning.");
    table.minds.getLast().thought();
    table.voiceMakes(480);
    table.voices.getLast().flushed();

    table.engine.respond(GREETING);

    assertThat(table.asked).hasSize(4);
  }

  @Test
  void aPhraseThatWasCutIsNotKept() {
    var table = new CascadeOnTable(phrases);
    table.engine.respond(GREETING);
    table.voiceMakes(480);
    table.ears.getLast().personBegan();

    table.engine.respond(GREETING);

    assertThat(table.asked)
        .containsExactly("say Good morning.", "flush", "clear", "say Good morning.", "flush");
  }

  @Test
  void aKeptPhraseThatIsStoppedIsNotHeard() {
    say(new CascadeOnTable(phrases), GREETING);
    var next = new CascadeOnTable(phrases);

    next.engine.respond(GREETING);
    next.engine.stopResponding();
    next.settle();

    assertThat(next.events.events).containsExactly("began answer-1", "ended answer-1 CANCELLED");
  }

  @Test
  void aKeptPhraseComesAfterWhatWasToBeSaidBefore() {
    phrases.keep("Goodbye.", "AAAA".getBytes(StandardCharsets.US_ASCII));
    var table = new CascadeOnTable(phrases);
    table.engine.respond(Prompt.saying("Thank them and say goodbye."));
    table.minds.getLast().text("Thank you. ");
    table.minds.getLast().text("Goodbye.");
    table.minds.getLast().thought();
    table.settle();
    assertThat(table.events.events).doesNotContain("audio answer-1 speech-1 AAAA");

    table.voiceMakes(3);
    table.voices.getLast().flushed();

    assertThat(table.events.events)
        .endsWith(
            "words speech-1 Goodbye. ",
            "audio answer-1 speech-1 AAAA",
            "audioDone speech-1",
            "ended answer-1 COMPLETED");
  }

  @Test
  void whatWasNotSaidForLongestIsForgottenFirst() {
    var few = new KeptPhrases(2, 1_000);
    few.keep("one", new byte[8]);
    few.keep("two", new byte[8]);
    assertThat(few.find("one")).isNotNull();

    few.keep("three", new byte[8]);

    assertThat(few.find("one")).isNotNull();
    assertThat(few.find("two")).isNull();
    assertThat(few.find("three")).isNotNull();
  }

  @Test
  void theMemoryIsBounded() {
    var small = new KeptPhrases(100, 20);
    small.keep("one", new byte[12]);
    small.keep("two", new byte[12]);
    small.keep("too long", new byte[21]);

    assertThat(small.find("one")).isNull();
    assertThat(small.find("two")).isNotNull();
    assertThat(small.find("too long")).isNull();
  }

  @Test
  void aPhraseSurvivesBeingReleased() {
    phrases.keep("one", "AAAA".getBytes(StandardCharsets.US_ASCII));

    var first = phrases.find("one");
    if (first != null) {
      first.retain();
      first.release();
      first.release();
    }

    assertThat(phrases.find("one"))
        .isNotNull()
        .satisfies(sound -> assertThat(CascadeOnTable.text(sound)).isEqualTo("AAAA"));
  }

  private static void say(CascadeOnTable table, Prompt prompt) {
    table.engine.respond(prompt);
    table.voiceMakes(160);
    table.voiceMakes(320);
    table.voices.getLast().flushed();
  }
}
