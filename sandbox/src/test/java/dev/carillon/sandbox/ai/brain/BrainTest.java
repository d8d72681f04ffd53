package dev.carillon.sandbox.ai.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.carillon.sandbox.speech.Phrase;
import dev.carillon.sandbox.speech.Phrases;
import dev.carillon.sandbox.speech.Speaker;
import dev.carillon.sandbox.speech.Understanding;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrainTest {
  private static final Phrases PHRASES = Phrases.standard();
  private static final Tools ALL =
      tools(
          "confirm_appointment",
          "reschedule_appointment",
          "cancel_appointment",
          "opt_out",
          "call_back_at",
          "escalate",
          "report_wrong_number",
          "end_call");

  private static final Tools CALL_BACK =
      Tools.declared(
          json(
              """
              [{"type": "function", "name": "call_back_at", "parameters": {"type": "object",
                "properties": {"when": {"type": "string", "format": "date-time"}},
                "required": ["when"]}}]
              """));

  @ParameterizedTest
  @CsvSource({
    "confirm,confirm_appointment,confirmed",
    "cancel,cancel_appointment,cancelled",
    "opt_out,opt_out,opted_out",
    "wrong_number,report_wrong_number,wrong_number",
    "human,escalate,escalated",
    "angry,escalate,escalated"
  })
  void aWishBecomesItsToolAndThenItsAnswer(String intent, String tool, String answer) {
    Brain brain = greeted();
    brain.heard(turn(intent));

    List<Step> first = brain.next(ALL, "");
    brain.answered(tool, "{\"ok\":true}");
    List<Step> second = brain.next(ALL, "");

    assertThat(first).singleElement().isEqualTo(new Step.Use(tool, "{}"));
    assertThat(second.getFirst())
        .isInstanceOfSatisfying(
            Step.Say.class, say -> assertThat(say.text()).startsWith(text(answer)));
  }

  @Test
  void whoWantsAnotherTimeIsAskedForItOnce() {
    Brain brain = greeted();
    brain.heard(turn("reschedule"));
    assertThat(brain.next(ALL, "")).containsExactly(new Step.Say(text("which_time")));

    brain.heard(
        new Understanding(
            "next tuesday at three", List.of(new Phrase("when", "next tuesday at three"))));

    assertThat(brain.next(ALL, "")).containsExactly(new Step.Use("reschedule_appointment", "{}"));
  }

  @Test
  void tomorrowAtTenIsMeantAndSaidOnThePersonsClock() {
    Brain brain =
        new Brain(
            PHRASES,
            new Facts(
                "It is Tuesday, June 2, 2026, 6:30 PM there, in the time zone America/Los_Angeles.",
                InstantSource.system()));
    brain.next(ALL, "");
    brain.heard(
        new Understanding(
            "please call me back tomorrow at ten", List.of(new Phrase("callback", "words"))));

    List<Step> use = brain.next(CALL_BACK, "");
    brain.answered("call_back_at", "{\"callBackAt\":\"2026-06-03T10:00-07:00\"}");
    List<Step> answer = brain.next(CALL_BACK, "");

    assertThat(use)
        .containsExactly(new Step.Use("call_back_at", "{\"when\":\"2026-06-03T10:00-07:00\"}"));
    assertThat(answer)
        .containsExactly(new Step.Say("Sure, we will call you back tomorrow at 10:00 AM."));
  }

  @Test
  void withoutATimeInTheInstructionsTheSandboxsOwnIsTaken() {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-06-03T01:30:00Z"));

    assertThat(new Facts("In America/Indiana/Knox.", clock).now())
        .isEqualTo(ZonedDateTime.parse("2026-06-02T20:30-05:00[America/Indiana/Knox]"));
  }

  @Test
  void aToolThatFailedIsNotSpokenOfAsDone() {
    Brain brain = greeted();
    brain.heard(turn("confirm"));
    brain.next(ALL, "");

    brain.answered("confirm_appointment", "{\"error\":\"unavailable\"}");

    assertThat(brain.next(ALL, "")).containsExactly(new Step.Say(text("trouble")));
  }

  @Test
  void aGoodbyeEndsTheCall() {
    Brain brain = greeted();
    brain.heard(turn("bye"));

    assertThat(brain.next(ALL, ""))
        .containsExactly(new Step.Say(text("goodbye")), new Step.Use("end_call", "{}"));
  }

  @Test
  void aTextThatSaysAMachineIsOnTheLineGetsTheMessage() {
    Brain brain =
        new Brain(
            PHRASES, new Facts("Voicemail message: \"Please ring Acme.\"", InstantSource.system()));
    brain.told("system", "If voicemail answers, leave a message.");
    assertThat(brain.next(ALL, "").getFirst()).isEqualTo(new Step.Say(text("greeting")));

    brain.told("system", "Voicemail has answered.");

    assertThat(brain.next(ALL, "").getFirst()).isEqualTo(new Step.Say("Please ring Acme."));
  }

  @Test
  void theGreetingIsTheOneOfTheInstructions() {
    Brain brain =
        new Brain(
            PHRASES,
            new Facts(
                "Be kind.\n\nThe first thing the person hears from you is this sentence, word for"
                    + " word: Hello, this is the AI assistant of Acme. Is it a good time?",
                InstantSource.system()));
    brain.heard(turn("hello"));

    assertThat(brain.next(ALL, ""))
        .containsExactly(
            new Step.Say("Hello, this is the AI assistant of Acme. Is it a good time?"));
  }

  @Test
  void whoWasCutOffWhileGreetingGreetsAgainWhenSpokenTo() {
    Brain brain = new Brain(PHRASES, new Facts("", InstantSource.system()));
    brain.next(ALL, "Say exactly this, and nothing else: Hello from Acme.");

    brain.cutOff();
    brain.heard(turn("hello"));

    assertThat(brain.next(ALL, "")).containsExactly(new Step.Say("Hello from Acme."));
    brain.heard(turn("hello"));
    assertThat(brain.next(ALL, "")).containsExactly(new Step.Say(text("question")));
  }

  @Test
  void whatIsNotUnderstoodIsAskedAgain() {
    Brain brain = greeted();
    brain.heard(Understanding.NOTHING);

    assertThat(brain.next(ALL, "")).containsExactly(new Step.Say(text("again")));
  }

  private static Brain greeted() {
    Brain brain = new Brain(PHRASES, new Facts("", InstantSource.system()));
    brain.next(ALL, "");
    return brain;
  }

  private static Understanding turn(String intent) {
    return new Understanding("words", List.of(new Phrase(intent, "words")));
  }

  private static String text(String intent) {
    return PHRASES.text(Speaker.ASSISTANT, intent);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Tools tools(String... names) {
    return new Tools(
        Arrays.stream(names)
            .collect(
                Collectors.toMap(name -> name, name -> JsonNodeFactory.instance.objectNode())));
  }
}
