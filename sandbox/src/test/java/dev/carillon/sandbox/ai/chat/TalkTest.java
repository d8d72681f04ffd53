package dev.carillon.sandbox.ai.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.ai.brain.Step;
import dev.carillon.sandbox.ai.brain.Tools;
import dev.carillon.sandbox.speech.Phrases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TalkTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INSTRUCTED = "{'role':'system','content':'You call people.'}";
  private static final String GREETED = "{'role':'assistant','content':'Hello, is it still good?'}";
  private static final String CONFIRMED =
      "{'role':'user','content':'Yes, that suits me well. You can count on me.'}";
  private static final String USED =
      "{'role':'assistant','content':null,'tool_calls':[{'id':'c1','type':'function','function':"
          + "{'name':'confirm_appointment','arguments':'{}'}}]}";
  private static final String DONE = "{'role':'tool','tool_call_id':'c1','content':'{}'}";

  @Test
  void aWishIsMetWithItsTool() throws JsonProcessingException {
    Thought thought = next(INSTRUCTED, GREETED, CONFIRMED);

    assertThat(thought.text()).isNull();
    assertThat(thought.tool()).extracting(Step.Use::tool).isEqualTo("confirm_appointment");
  }

  @Test
  void aToolThatHasAnsweredIsSpokenOf() throws JsonProcessingException {
    Thought thought = next(INSTRUCTED, GREETED, CONFIRMED, USED, DONE);

    assertThat(thought.text()).isEqualTo("Very good, that is confirmed then.");
    assertThat(thought.tool()).isNull();
  }

  @Test
  void whoSaysGoodbyeIsToldGoodbyeAndTheCallEnds() throws JsonProcessingException {
    Thought thought =
        next(
            INSTRUCTED,
            GREETED,
            CONFIRMED,
            USED,
            DONE,
            "{'role':'assistant','content':'Very good, that is confirmed then.'}",
            "{'role':'user','content':'Thanks a lot, bye.'}");

    assertThat(thought.text()).isEqualTo("Goodbye, and all the best to you.");
    assertThat(thought.tool()).extracting(Step.Use::tool).isEqualTo("end_call");
  }

  @Test
  void theLastInstructionIsFollowed() throws JsonProcessingException {
    Thought thought =
        next(INSTRUCTED, GREETED, "{'role':'system','content':'Say one short, friendly goodbye.'}");

    assertThat(thought.text()).isEqualTo("Goodbye, and all the best to you.");
  }

  @Test
  void writtenWordsThatNobodySpeaksAreReadForTheirWish() throws JsonProcessingException {
    Thought thought = next(INSTRUCTED, GREETED, "{'role':'user','content':'Sounds good, yes!'}");

    assertThat(thought.tool()).extracting(Step.Use::tool).isEqualTo("confirm_appointment");
  }

  private static Thought next(String... messages) throws JsonProcessingException {
    JsonNode all = JSON.readTree("[" + String.join(",", messages).replace('\'', '"') + "]");
    Tools tools =
        Tools.declared(
            JSON.readTree(
                "[{\"type\":\"function\",\"name\":\"confirm_appointment\",\"parameters\":{}},"
                    + "{\"type\":\"function\",\"name\":\"end_call\",\"parameters\":{}}]"));
    List<Thought.Line> lines = new ArrayList<>();
    var prompt =
        new Thought.Prompt(
            lines, tools, JSON.getNodeFactory().textNode("auto"), Optional.empty(), false);
    assertThat(Talk.is(prompt)).isTrue();
    return Talk.next(all, prompt, Phrases.standard(), () -> Instant.parse("2026-05-04T16:00:00Z"));
  }
}
