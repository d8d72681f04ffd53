package dev.carillon.sandbox.ai.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.carillon.sandbox.speech.Phrases;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final InstantSource MONDAY =
      InstantSource.fixed(Instant.parse("2026-05-04T16:00:00Z"));
  private static final String SUMMARY =
      """
      {"type":"object","additionalProperties":false,"required":["summary","outcome","interest","nextAction","sentiment"],
       "properties":{"summary":{"type":"string"},
        "outcome":{"type":"string","enum":["GOAL_ACHIEVED","DECLINED","RESCHEDULE_REQUESTED","CALLBACK_REQUESTED","OPTED_OUT","WRONG_NUMBER","ESCALATED","TALKED"]},
        "interest":{"type":"string","enum":["HIGH","MEDIUM","LOW","NONE"]},
        "nextAction":{"type":["string","null"]},
        "sentiment":{"type":"string","enum":["positive","neutral","negative"]}}}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Yes, that suits me well. You can count on me.                | GOAL_ACHIEVED        | HIGH | positive
          No thanks, I have no use for it at all.                      | DECLINED             | LOW  | negative
          That day is difficult for me. Is there any other day?        | RESCHEDULE_REQUESTED | MEDIUM | positive
          I am busy just now. Could you call me back tomorrow at ten?  | CALLBACK_REQUESTED   | MEDIUM | neutral
          Do not phone me any more. I want to be left alone.           | OPTED_OUT            | NONE | negative
          I am afraid this is the wrong number.                        | WRONG_NUMBER         | NONE | neutral
          I want to speak with a human being.                          | ESCALATED            | MEDIUM | neutral
          Let me tell you, my sister bought a boat.                    | TALKED               | NONE | neutral
          """)
  void aTranscriptBecomesASummaryThatFitsItsSchema(
      String said, String outcome, String interest, String sentiment)
      throws JsonProcessingException {
    String prompt =
        "You report calls. OPTED_OUT if they asked never to be called.\n<transcript>\nAgent: Hello,"
            + " is that time still good for you, or shall we reschedule?\nCustomer: "
            + said
            + "\nAgent: Thank you.\nCustomer: Thank you, bye.\n</transcript>";

    JsonNode filled = reading(prompt).filled(JSON.readTree(SUMMARY));

    assertThat(filled.path("outcome").asText()).isEqualTo(outcome);
    assertThat(filled.path("interest").asText()).isEqualTo(interest);
    assertThat(filled.path("sentiment").asText()).isEqualTo(sentiment);
    assertThat(filled.path("summary").asText()).isNotBlank();
    assertThat(filled.path("nextAction").isTextual()).isTrue();
  }

  @Test
  void argumentsOfAToolHoldTheMomentThatWasWishedFor() throws JsonProcessingException {
    Tools tools =
        Tools.declared(
            JSON.readTree(
                """
                [{"type":"function","name":"call_back_at","parameters":{"type":"object","required":["when"],
                  "properties":{"when":{"type":"string","format":"date-time"},"note":{"type":"string"}}}}]\
                """));

    Step.Use use =
        reading("Zone: America/New_York\nCustomer: Please call me back tomorrow at ten.")
            .tool(tools)
            .orElseThrow();

    assertThat(use.tool()).isEqualTo("call_back_at");
    assertThat(use.arguments()).isEqualTo("{\"when\":\"2026-05-05T10:00-04:00\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tomorrow at ten                      | 2026-05-05T10:00Z
          next tuesday at half past three      | 2026-05-05T15:30Z
          friday at quarter to nine            | 2026-05-08T08:45Z
          wednesday at two thirty p m          | 2026-05-06T14:30Z
          thursday at 9:15 am                  | 2026-05-07T09:15Z
          tomorrow at noon                     | 2026-05-05T12:00Z
          """)
  void daysAndTimesInWordsAreMoments(String words, String moment) {
    assertThat(Moments.in(words, MONDAY.instant().atZone(java.time.ZoneOffset.UTC)))
        .hasValueSatisfying(found -> assertThat(found).hasToString(moment));
  }

  private static Reading reading(String prompt) {
    return new Reading(Phrases.standard(), new Facts(prompt, MONDAY), prompt, "");
  }
}
